// wrong: the job begins although nobody wants it any more
// fails: A_job_that_is_cancelled_before_it_begins_never_begins
// says: "Look at it before anything begins"

namespace Katas.WaitingWithoutAThread;

public static class Jobs
{
    public static Task<T> RunAsync<T>(Job<T> job, CancellationToken cancellationToken)
    {
        if (job is AskJob<T> asks)
            return asks.Ask(cancellationToken);
        var compute = ((ComputeJob<T>)job).Compute;
        return Task.Run(() => compute(cancellationToken), cancellationToken);
    }
}
