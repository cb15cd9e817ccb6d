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
    public static Task<T> RunAsync<T>(Job<T> job, CancellationToken cancellationToken)
    {
        // TODO: find out what kind of job it is, and who has to do it.
        throw new NotImplementedException();
    }
}
