using System.Runtime.ExceptionServices;

namespace Katas.Harness.Executors;

/// <summary>What a worker does with a chunk.</summary>
public static class ChunkRun
{
    /// <summary>Runs a job on each argument, one after the other, here and now, and stops at the first that fails.</summary>
    /// <typeparam name="TArgument">What a job is given.</typeparam>
    /// <typeparam name="TResult">What a job makes.</typeparam>
    /// <param name="job">The work.</param>
    /// <param name="arguments">What <paramref name="job"/> is called with.</param>
    /// <param name="cancellationToken">Handed to each job; once it is cancelled, no further job starts.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static Chunk<TResult> Run<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        IReadOnlyCollection<TArgument> arguments,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(arguments);
        var results = new List<TResult>(arguments.Count);
        foreach (var argument in arguments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                results.Add(job(argument, cancellationToken));
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                return new Chunk<TResult>(results, ExceptionDispatchInfo.Capture(e));
            }
        }
        return new Chunk<TResult>(results);
    }
}
