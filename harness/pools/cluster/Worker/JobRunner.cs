using System.Buffers;
using System.Text;
using System.Text.Json;
using Katas.Harness.Jobs;

namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>Runs jobs from their descriptions, on the caller's thread. For one thread at a time.</summary>
/// <param name="named">The jobs that are known by name, and no others; <see langword="null"/> for any method of any assembly.</param>
internal sealed class JobRunner(IReadOnlyDictionary<string, LoadedJob>? named)
{
    private readonly Dictionary<string, LoadedJob> _loaded = new(StringComparer.Ordinal);

    public Answer Run(Delivery delivery, CancellationToken cancellationToken)
    {
        var answer = RunOfAnySize(delivery, cancellationToken);
        return answer.Body.Length <= ClusterMessage.LargestBody
            ? answer
            : Failed(
                new InvalidOperationException(
                    ClusterMessage.TooLarge("result", answer.Body.Length)
                ),
                ReadOnlyMemory<byte>.Empty
            );
    }

    private Answer RunOfAnySize(Delivery delivery, CancellationToken cancellationToken)
    {
        var results = new ArrayBufferWriter<byte>();
        try
        {
            var job = Load(delivery.Method);
            if (!delivery.IsChunk)
                return new Answer(
                    ClusterMessage.Value,
                    job.Run(delivery.Argument, cancellationToken)
                );
            job.RunAll(delivery.Argument, results, () => { }, cancellationToken);
            return new Answer(ClusterMessage.Value, results.WrittenMemory);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Answer.Cancelled;
        }
        catch (Exception e)
        {
            return Failed(e, results.WrittenMemory);
        }
    }

    private LoadedJob Load(string method)
    {
        if (named is not null)
        {
            return named.TryGetValue(method, out var known)
                ? known
                : throw new InvalidOperationException(
                    $"This worker does only {string.Join(", ", named.Keys)}, and knows no job '{method}'."
                );
        }
        if (!_loaded.TryGetValue(method, out var job))
        {
            job = LoadedJob.Load(JobJson.Read<JobMethod>(Encoding.UTF8.GetBytes(method)));
            _loaded.Add(method, job);
        }
        return job;
    }

    private static Answer Failed(Exception exception, ReadOnlyMemory<byte> results)
    {
        using var until = results.IsEmpty ? null : JsonDocument.Parse(results);
        return new Answer(
            ClusterMessage.Failed,
            JobJson.Write(new FailedAnswer(JobFailure.From(exception), until?.RootElement))
        );
    }
}
