using System.Diagnostics;
using Katas.Harness.Executors;

namespace Katas.Harness.Timing;

/// <summary>What handing over one job costs.</summary>
public static class Overhead
{
    private const int Jobs = 500;
    private const int Repetitions = 5;

    /// <summary>A job that does nothing.</summary>
    /// <param name="argument">Comes back as it is.</param>
    /// <param name="cancellationToken">Ignored.</param>
    public static int Nothing(int argument, CancellationToken cancellationToken) => argument;

    /// <summary>Maps jobs that do nothing, one at a time, and returns the median time for each.</summary>
    /// <param name="executor">Who does the nothing.</param>
    /// <param name="cancellationToken">Ends the measurement.</param>
    /// <returns>Seconds for each job.</returns>
    public static async Task<double> SecondsPerJob(
        IExecutor executor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(executor);
        var jobs = Enumerable.Range(0, Jobs).ToArray();
        var seconds = new List<double>();
        for (var i = 0; i < Repetitions; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await executor
                .Map(Nothing, jobs, cancellationToken: cancellationToken)
                .ConfigureAwait(false);
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds / Jobs);
        }
        return Statistics.Median(seconds);
    }
}
