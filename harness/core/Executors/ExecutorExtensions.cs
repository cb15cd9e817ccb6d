namespace Katas.Harness.Executors;

/// <summary>What every executor can do once it can submit and stream.</summary>
public static class ExecutorExtensions
{
    /// <summary>Runs one job for each argument and returns all results, in the order of the arguments.</summary>
    /// <typeparam name="TArgument">What a job is given.</typeparam>
    /// <typeparam name="TResult">What a job makes.</typeparam>
    /// <param name="executor">Who does the work.</param>
    /// <param name="job">The work.</param>
    /// <param name="arguments">What <paramref name="job"/> is called with, one at a time.</param>
    /// <param name="chunkSize">How many arguments a worker is handed at once; at least 1.</param>
    /// <param name="cancellationToken">Cancels the jobs that are not done.</param>
    /// <returns>The results, as many as there are arguments.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="chunkSize"/> is less than 1.</exception>
    /// <exception cref="InvalidOperationException">The executor is shut down.</exception>
    public static async Task<TResult[]> Map<TArgument, TResult>(
        this IExecutor executor,
        Func<TArgument, CancellationToken, TResult> job,
        IEnumerable<TArgument> arguments,
        int chunkSize = 1,
        CancellationToken cancellationToken = default
    )
    {
        var results = new List<TResult>();
        await foreach (
            var result in executor
                .Stream(job, arguments, chunkSize, cancellationToken)
                .ConfigureAwait(false)
        )
        {
            results.Add(result);
        }
        return [.. results];
    }
}
