using Katas.Harness.Timing;

namespace Katas.Harness.Cli.Timing;

/// <summary>A result with one of each: a conclusion, an inconclusive figure, a problem.</summary>
internal static class TimeResultSamples
{
    public static TimeResult Mixed { get; } =
        new(
            "13-prime-lab",
            2,
            ".NET 10.0.0, linux-x64",
            [TimedWorkload.Of(Measured())],
            ["split, 2 workers: in round 3 it returned [1], and the baseline [2]."],
            1
        );

    private static Measurements Measured() =>
        new(
            "six numbers <& more>",
            2,
            [0.05, 0.05, 0.05, 0.05, 0.05, 0.015],
            Series("sequential", 1, 0.3, 0.3, 0.00001),
            [
                Series("threads", 1, 0.31, 0.31, 0.0002),
                Series("threads", 2, 0.17, 0.33, 0.0002),
                Series("threads", 4, 0.15, 0.29, 0.0002),
                Series("split", 2, 0.15, 0.3, 0.0002) with
                {
                    DividesJobs = true,
                    Difference = "in round 3 it returned [1], and the baseline [2]",
                },
            ]
        );

    private static Series Series(
        string name,
        int workers,
        double seconds,
        double cpu,
        double start
    ) =>
        new(name, workers)
        {
            StartSeconds = start,
            OverheadSeconds = 0.000002,
            Runs = [.. Enumerable.Repeat(new Timed(seconds, cpu), 15)],
        };
}
