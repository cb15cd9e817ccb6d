// wrong: a job that is cancelled while it waits for a thread begins all the same
// fails: A_job_that_is_cancelled_while_it_waits_for_a_thread_never_begins
// says: "cancelled before one was free for it"
namespace Katas.WaitingWithoutAThread;

public static class Jobs
{
    public static async Task<T> RunAsync<T>(Job<T> job, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return job switch
        {
            AskJob<T> asks => await asks.Ask(cancellationToken),
            ComputeJob<T> computes => await Task.Run(() => computes.Compute(cancellationToken)),
            _ => throw new NotSupportedException($"Nobody knows how to do a {job.GetType().Name}."),
        };
    }
}
