using System.Collections.Concurrent;
using System.Text.Json;
using Katas.Harness.Executors;
using Katas.Harness.Jobs;

namespace Katas.PrimeLab;

/// <summary>
/// An executor that asks no job to stop, so that each works to its end, and that keeps what they say. A job's argument and its result are
/// written as JSON and read again, as they are for a worker process.
/// </summary>
/// <param name="workers">How many workers it says it has; one does it all.</param>
internal sealed class ThoroughExecutor(int workers) : IExecutor
{
    private readonly SequentialExecutor _inner = new();
    private readonly ConcurrentQueue<string> _results = new();

    /// <summary>What the jobs have returned, as JSON.</summary>
    public IReadOnlyCollection<string> Results => _results;

    public string Name => "thorough";

    public int Workers => workers;

    public Task<TResult> Submit<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        TArgument argument,
        CancellationToken cancellationToken = default
    ) => _inner.Submit(ToTheEnd(job), argument, CancellationToken.None);

    public async IAsyncEnumerable<TResult> Stream<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        IEnumerable<TArgument> arguments,
        int chunkSize = 1,
        [System.Runtime.CompilerServices.EnumeratorCancellation]
            CancellationToken cancellationToken = default
    )
    {
        var all = new List<TResult>();
        foreach (var argument in arguments)
            all.Add(await Submit(job, argument, CancellationToken.None));
        foreach (var result in all)
            yield return result;
    }

    public Task Shutdown(bool cancelPending = false) => _inner.Shutdown(cancelPending);

    public ValueTask DisposeAsync() => new(Shutdown());

    private Func<TArgument, CancellationToken, TResult> ToTheEnd<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job
    ) =>
        (argument, _) =>
        {
            var result = job(
                JobJson.Read<TArgument>(JobJson.Write(argument)),
                CancellationToken.None
            );
            _results.Enqueue(JsonSerializer.Serialize(result));
            return JobJson.Read<TResult>(JobJson.Write(result));
        };
}
