using System.Diagnostics;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Katas.Harness.Timing;
using Katas.WhoAmI;
using Perfolizer.Horology;

namespace Katas.Harness.Bench;

/// <summary>Chapter 2's own measuring of its eight ways to a hundred numbers, checked against BenchmarkDotNet's.</summary>
internal sealed class WhoAmIBenchmark : IBenchmark
{
    private const double Tolerance = 0.10;
    private const string Peer = "BenchmarkDotNet";
    private const int Rounds = 21;
    private const int Slices = 60;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan s_slice = TimeSpan.FromMilliseconds(1);

    public string Name => "who-am-i";

    public string Description =>
        "Times eight ways to build a collection as chapter 2 does and with BenchmarkDotNet: the figures of a round agree within 10 %.";

    public async Task<IReadOnlyList<Row>> Run(
        Action<string> log,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<Row>();
        foreach (var build in Builds.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            log($"{build.Name} …");
            var figures = await InTurn
                .Figures(
                    Rounds,
                    () => Task.FromResult(Ours(build)),
                    () => Task.FromResult(Theirs(build))
                )
                .ConfigureAwait(false);
            rows.Add(Agreement(build.Name, figures[0], figures[1]));
        }
        return [.. rows.OrderBy(row => row.Ours)];
    }

    /// <summary>
    /// Here the goal has two sides: ours may be neither more nor less than the peer's by more than the tolerance. The ratio is the median of the
    /// rounds' ratios, since the two figures of a round are of the same moment.
    /// </summary>
    private static Row Agreement(
        string name,
        IReadOnlyList<double> ours,
        IReadOnlyList<double> theirs
    )
    {
        var ratio = Statistics.Median([.. ours.Zip(theirs, (mine, other) => mine / other)]);
        var row = Row.Against(
            name,
            Statistics.Median(ours),
            Statistics.Median(theirs),
            Peer,
            "ns",
            1 + Tolerance
        );
        return row with { Ratio = ratio, Met = Math.Abs(ratio - 1) <= Tolerance };
    }

    /// <summary>
    /// Measures in slices that are shorter than the time for which a busy system lets a thread run, so that most slices are whole; the first ones, until the
    /// last compilation is past, do not count.
    /// </summary>
    private static double Ours(Build build)
    {
        double Slice(int repetitions) =>
            Stopclock
                .Measure(build.Name, () => build.Make(), repetitions, TimeProvider.System)
                .NanosecondsPerCall;

        for (var warmUp = Stopwatch.StartNew(); warmUp.Elapsed < s_warmUp; )
            Slice(1_000);
        var perCall = Enumerable.Range(0, 10).Min(_ => Slice(1_000));
        var repetitions = (int)Math.Ceiling(s_slice.TotalNanoseconds / perCall);
        return Statistics.Median([.. Enumerable.Range(0, Slices).Select(_ => Slice(repetitions))]);
    }

    private static double Theirs(Build build)
    {
        var artifacts = Directory.CreateTempSubdirectory("katas-bench");
        try
        {
            var job = Job
                .Default.WithToolchain(InProcessEmitToolchain.Instance)
                .WithIterationTime(TimeInterval.FromMilliseconds(s_slice.TotalMilliseconds))
                .WithWarmupCount(Slices)
                .WithIterationCount(Slices)
                // Ours lets the collector come when it comes, too.
                .WithGcForce(false);
            var config = ManualConfig
                .CreateEmpty()
                .AddJob(job)
                .AddLogger(NullLogger.Instance)
                .AddColumnProvider(DefaultColumnProviders.Instance)
                .WithArtifactsPath(artifacts.FullName);
            EightWays.Chosen = build;
            return BenchmarkRunner.Run<EightWays>(config).Reports.Single().ResultStatistics!.Median;
        }
        finally
        {
            artifacts.Delete(recursive: true);
        }
    }
}
