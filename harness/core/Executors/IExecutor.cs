namespace Katas.Harness.Executors;

/// <summary>
/// Runs jobs somewhere: on the caller, on threads, in processes, on other machines. The one seam between a workload and who does it,
/// after Python's <c>concurrent.futures.Executor</c>: submit, map, shut down.
/// </summary>
/// <remarks>
/// A job is a function of one argument and a cancellation token. Executors that leave the process need a static method, and an argument
/// and a result that <c>System.Text.Json</c> can write and read; executors inside the process take any function.
/// Disposing shuts down and waits for the jobs that were submitted.
/// </remarks>
public interface IExecutor : IAsyncDisposable
{
    /// <summary>What the executor is called in tables, for example <c>threads</c>.</summary>
    string Name { get; }

    /// <summary>How many jobs can run at the same time; at least 1.</summary>
    int Workers { get; }

    /// <summary>Hands over one job.</summary>
    /// <typeparam name="TArgument">What the job is given.</typeparam>
    /// <typeparam name="TResult">What the job makes.</typeparam>
    /// <param name="job">The work; its token is cancelled when <paramref name="cancellationToken"/> is, or when the executor is shut down with pending jobs cancelled.</param>
    /// <param name="argument">What <paramref name="job"/> is called with.</param>
    /// <param name="cancellationToken">Cancels the job: before it starts, it never runs; while it runs, it is asked to stop.</param>
    /// <returns>The future of the result: it carries the job's value, its exception, or its cancellation.</returns>
    /// <exception cref="InvalidOperationException">The executor is shut down.</exception>
    Task<TResult> Submit<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        TArgument argument,
        CancellationToken cancellationToken = default
    );

    /// <summary>Runs one job for each argument and yields the results in the order of the arguments, each as soon as it and all before it are there.</summary>
    /// <remarks>
    /// Arguments are read only as fast as results are taken: at most a few chunks for each worker are in flight, so memory does not grow with
    /// the number of arguments. The first exception (in the order of the arguments) ends the enumeration; jobs that have not started are dropped.
    /// </remarks>
    /// <typeparam name="TArgument">What a job is given.</typeparam>
    /// <typeparam name="TResult">What a job makes.</typeparam>
    /// <param name="job">The work.</param>
    /// <param name="arguments">What <paramref name="job"/> is called with, one at a time.</param>
    /// <param name="chunkSize">How many arguments a worker is handed at once; at least 1. Larger chunks cost less and balance worse.</param>
    /// <param name="cancellationToken">Cancels the jobs and the enumeration.</param>
    /// <returns>The results, in the order of the arguments.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="chunkSize"/> is less than 1.</exception>
    /// <exception cref="InvalidOperationException">The executor is shut down.</exception>
    IAsyncEnumerable<TResult> Stream<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        IEnumerable<TArgument> arguments,
        int chunkSize = 1,
        CancellationToken cancellationToken = default
    );

    /// <summary>Accepts no more jobs, and completes when the last one has ended and every worker is gone. Calling it again is harmless.</summary>
    /// <param name="cancelPending">
    /// <see langword="false"/> to let every submitted job run to its end; <see langword="true"/> to cancel the jobs that have not started and
    /// to ask those that run to stop.
    /// </param>
    Task Shutdown(bool cancelPending = false);
}
