using System.Runtime.CompilerServices;
using Katas.Harness.Executors;

namespace Katas.PrimeLab;

/// <summary>
/// An executor that says it has thousands of workers, so that the part of each is short, and does the work of a few. For the others it repeats what the first has said.
/// </summary>
/// <param name="workers">How many workers it says it has.</param>
/// <param name="parts">Whose work it does beside that of the first, counted from 0 in the order in which they are handed over.</param>
internal sealed class FewPartsExecutor(int workers, params int[] parts) : IExecutor
{
    private int _submitted;
    private object? _first;

    public string Name => "few parts";

    public int Workers => workers;

    public Task<TResult> Submit<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        TArgument argument,
        CancellationToken cancellationToken = default
    )
    {
        var part = Interlocked.Increment(ref _submitted) - 1;
        try
        {
            if (part > 0 && !parts.Contains(part))
                return Task.FromResult(_first is TResult said ? said : default!);
            var result = job(argument, cancellationToken);
            if (part == 0)
                _first = result;
            return Task.FromResult(result);
        }
        catch (Exception e)
        {
            return Task.FromException<TResult>(e);
        }
    }

    public async IAsyncEnumerable<TResult> Stream<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        IEnumerable<TArgument> arguments,
        int chunkSize = 1,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        foreach (var argument in arguments)
            yield return await Submit(job, argument, cancellationToken);
    }

    public Task Shutdown(bool cancelPending = false) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
