// wrong: starts the computing on the scheduler that is current, which may be the one of the calling thread
// fails: A_job_that_computes_does_not_take_the_thread_of_the_callers_scheduler
// says: "look at which scheduler it is started on"
namespace Katas.WaitingWithoutAThread;

public static class Jobs
{
    public static Task<T> RunAsync<T>(Job<T> job, CancellationToken cancellationToken) =>
        job switch
        {
            _ when cancellationToken.IsCancellationRequested => Task.FromCanceled<T>(
                cancellationToken
            ),
            AskJob<T> asks => AskAsync(asks, cancellationToken),
            ComputeJob<T> computes => Task.Factory.StartNew(
                () => computes.Compute(cancellationToken),
                cancellationToken
            ),
            _ => throw new NotSupportedException($"Nobody knows how to do a {job.GetType().Name}."),
        };

    private static async Task<T> AskAsync<T>(AskJob<T> job, CancellationToken cancellationToken) =>
        await job.Ask(cancellationToken);
}
