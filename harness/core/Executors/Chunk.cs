using System.Runtime.ExceptionServices;

namespace Katas.Harness.Executors;

/// <summary>What became of some neighbouring arguments of a stream: their results in order, up to the first that failed.</summary>
/// <typeparam name="TResult">What a job makes.</typeparam>
/// <param name="Results">The results, in the order of the arguments; fewer than there were arguments when one failed.</param>
/// <param name="Failure">What the argument after the last result threw, or <see langword="null"/> when all went well.</param>
public sealed record Chunk<TResult>(
    IReadOnlyList<TResult> Results,
    ExceptionDispatchInfo? Failure = null
);
