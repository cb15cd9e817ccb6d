using System.Text.Json;
using Katas.Harness.Jobs;

namespace Katas.Harness.Pools.Cluster;

/// <summary>What a worker answers when a job threw.</summary>
/// <param name="Failure">What it threw.</param>
/// <param name="Results">For a chunk, the results of the arguments before.</param>
internal sealed record FailedAnswer(JobFailure Failure, JsonElement? Results = null);
