// wrong: the job is never told that nobody wants it any more
// fails: A_job_is_given_the_token, A_job_that_computes_can_be_cancelled_on_its_way
// says: "Expected"

namespace Katas.WaitingWithoutAThread;

public static class Jobs
{
    public static Task<T> RunAsync<T>(Job<T> job, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        if (job is AskJob<T> asks)
            return asks.Ask(CancellationToken.None);
        var compute = ((ComputeJob<T>)job).Compute;
        return Task.Run(() => compute(CancellationToken.None), cancellationToken);
    }
}
