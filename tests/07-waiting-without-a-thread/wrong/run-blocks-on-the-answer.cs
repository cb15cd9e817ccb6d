// wrong: the caller waits for the answer
// fails: A_job_that_asks_takes_no_thread, A_job_that_does_not_listen_is_waited_for
// says: "RunAsync to come back to its caller while it waits for the answer"

namespace Katas.WaitingWithoutAThread;

public static class Jobs
{
    public static Task<T> RunAsync<T>(Job<T> job, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        try
        {
            if (job is AskJob<T> asks)
                return Task.FromResult(asks.Ask(cancellationToken).GetAwaiter().GetResult());
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
        var compute = ((ComputeJob<T>)job).Compute;
        return Task.Run(() => compute(cancellationToken), cancellationToken);
    }
}
