using System.Collections;
using System.Diagnostics;

namespace Katas.Harness.Timing;

/// <summary>A variant in the course of a comparison: started, warmed up, run once a round.</summary>
internal sealed class RunningVariant : IAsyncDisposable
{
    private const int LeastWarmUps = 3;
    private const int MostWarmUps = 12;
    private static readonly TimeSpan LongWarmUp = TimeSpan.FromSeconds(3);

    private readonly Session _session;
    private readonly List<Timed> _runs = [];

    private RunningVariant(Variant variant, Session session, Series series)
    {
        Variant = variant;
        _session = session;
        Series = series;
    }

    public Variant Variant { get; }

    /// <summary>What was measured so far.</summary>
    public Series Series { get; private set; }

    /// <summary>What the latest run returned.</summary>
    public object? Output { get; private set; }

    public static async Task<RunningVariant> Start(Variant variant)
    {
        var series = new Series(variant.Name, variant.Workers, variant.DividesJobs);
        var start = Stopwatch.GetTimestamp();
        var session = await variant.Start().ConfigureAwait(false);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new RunningVariant(variant, session, series with { StartSeconds = seconds });
    }

    /// <summary>
    /// Runs until another run is no faster than the best before: by then the hot methods have gone through the tiers of the compiler.
    /// </summary>
    public async Task WarmUp(CancellationToken cancellationToken)
    {
        var begin = Stopwatch.GetTimestamp();
        var best = double.PositiveInfinity;
        for (var i = 1; i <= MostWarmUps; i++)
        {
            var seconds = (await Time(cancellationToken).ConfigureAwait(false)).Seconds;
            var settled = i >= LeastWarmUps && seconds > 0.97 * best;
            if (settled || Stopwatch.GetElapsedTime(begin) > LongWarmUp)
                break;
            best = Math.Min(best, seconds);
        }
        if (_session.Executor is { } executor)
            Series = Series with
            {
                OverheadSeconds = await Overhead
                    .SecondsPerJob(executor, cancellationToken)
                    .ConfigureAwait(false),
            };
    }

    /// <summary>Runs once, as part of a round.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        _runs.Add(await Time(cancellationToken).ConfigureAwait(false));
        Series = Series with { Runs = [.. _runs] };
    }

    /// <summary>Ends its part in the comparison: it threw.</summary>
    public void Fail(Exception exception) =>
        Series = Series with { Failure = KataFailure.Of(exception) };

    /// <summary>Drops the runs of rounds that were not completed.</summary>
    /// <param name="rounds">How many rounds were completed.</param>
    public void KeepRounds(int rounds)
    {
        if (_runs.Count > rounds)
            _runs.RemoveRange(rounds, _runs.Count - rounds);
        Series = Series with { Runs = [.. _runs] };
    }

    /// <summary>Compares the latest outputs; a variant with another output than the baseline takes part in no further round.</summary>
    public bool Agrees(object? expected)
    {
        if (StructuralComparisons.StructuralEqualityComparer.Equals(Output, expected))
            return true;
        Series = Series with
        {
            Difference =
                $"in round {_runs.Count} it returned {Outputs.Describe(Output)}, and the baseline {Outputs.Describe(expected)}",
        };
        return false;
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private async Task<Timed> Time(CancellationToken cancellationToken)
    {
        var processor = ProcessorTime.Start(_session.Executor);
        var start = Stopwatch.GetTimestamp();
        Output = await _session.Run(cancellationToken).ConfigureAwait(false);
        var wall = Stopwatch.GetElapsedTime(start);
        return new Timed(wall.TotalSeconds, processor.Elapsed().TotalSeconds);
    }
}
