// wrong: a failed job looks like one without a result
// fails: The_exception_of_a_job_is_in_its_task
// says: "Look at what becomes of the job's task"

namespace Katas.WaitingWithoutAThread;

public static class Jobs
{
    public static async Task<T> RunAsync<T>(Job<T> job, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return job is AskJob<T> asks
                ? await asks.Ask(cancellationToken)
                : await Task.Run(
                    () => ((ComputeJob<T>)job).Compute(cancellationToken),
                    cancellationToken
                );
        }
        catch (InvalidOperationException)
        {
            return default!;
        }
    }
}
