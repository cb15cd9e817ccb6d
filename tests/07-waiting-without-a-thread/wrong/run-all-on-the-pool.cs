// wrong: a thread is borrowed to ask, and has nothing to do
// fails: A_job_that_asks_takes_no_thread
// says: "A thread was borrowed to ask"

namespace Katas.WaitingWithoutAThread;

public static class Jobs
{
    public static Task<T> RunAsync<T>(Job<T> job, CancellationToken cancellationToken)
    {
        if (job is AskJob<T> asks)
            return Task.Run(() => asks.Ask(cancellationToken), cancellationToken);
        var compute = ((ComputeJob<T>)job).Compute;
        return Task.Run(() => compute(cancellationToken), cancellationToken);
    }
}
