// wrong: a job that does not listen is left to itself
// fails: A_job_that_does_not_listen_is_waited_for
// says: "The job had begun and did not listen to its token, and RunAsync's task"

namespace Katas.WaitingWithoutAThread;

public static class Jobs
{
    public static async Task<T> RunAsync<T>(Job<T> job, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return job switch
        {
            AskJob<T> asks => await asks.Ask(cancellationToken),
            ComputeJob<T> computes => await Task.Run(
                    () => computes.Compute(cancellationToken),
                    cancellationToken
                )
                .WaitAsync(cancellationToken),
            _ => throw new ArgumentException("unknown", nameof(job)),
        };
    }
}
