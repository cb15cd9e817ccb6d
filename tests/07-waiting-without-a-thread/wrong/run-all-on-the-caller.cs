// wrong: the caller computes, and can do nothing else meanwhile
// fails: A_job_that_computes_leaves_the_caller_free, A_job_that_computes_runs_on_another_thread, A_job_that_computes_can_be_cancelled_on_its_way, A_job_that_does_not_listen_is_waited_for, A_job_that_computes_does_not_take_the_thread_of_the_callers_scheduler
// says: "RunAsync to come back while its job computes"

namespace Katas.WaitingWithoutAThread;

public static class Jobs
{
    public static async Task<T> RunAsync<T>(Job<T> job, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return job is AskJob<T> asks
            ? await asks.Ask(cancellationToken)
            : ((ComputeJob<T>)job).Compute(cancellationToken);
    }
}
