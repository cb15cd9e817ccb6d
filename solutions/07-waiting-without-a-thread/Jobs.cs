namespace Katas.WaitingWithoutAThread;

/// <summary>Choosing who does a job.</summary>
public static class Jobs
{
    /// <summary>Kata 4. Runs a job in the way that suits it, and returns to the caller without waiting for it.</summary>
    /// <remarks>
    /// A job that asks begins on the calling thread and takes no other: there is nothing to do while it waits. A job that computes runs on
    /// another thread, so that the calling thread is free for something else. A job that is cancelled before it begins never begins; one that
    /// has begun is waited for, whether it listens to its token or not.
    /// </remarks>
    /// <typeparam name="T">The job's result.</typeparam>
    /// <param name="job">The job.</param>
    /// <param name="cancellationToken">Gives up the job; it is passed on to it.</param>
    /// <returns>The job's result, its exception, or its cancellation.</returns>
    public static Task<T> RunAsync<T>(Job<T> job, CancellationToken cancellationToken) =>
        job switch
        {
            _ when cancellationToken.IsCancellationRequested => Task.FromCanceled<T>(
                cancellationToken
            ),
            // It waits without a thread. A thread would only stand beside it.
            AskJob<T> asks => AskAsync(asks, cancellationToken),
            // It needs a core from beginning to end, so it gets a thread, and not ours.
            ComputeJob<T> computes => Task.Run(
                () => computes.Compute(cancellationToken),
                cancellationToken
            ),
            _ => throw new NotSupportedException($"Nobody knows how to do a {job.GetType().Name}."),
        };

    /// <summary>In an async method, what is thrown before there is a task ends in the task, too.</summary>
    private static async Task<T> AskAsync<T>(AskJob<T> job, CancellationToken cancellationToken) =>
        await job.Ask(cancellationToken);
}
