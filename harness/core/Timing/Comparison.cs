using System.Diagnostics;

namespace Katas.Harness.Timing;

/// <summary>
/// Times one piece of work done in several ways. Every way is warmed up; then each round runs every way once, forwards in one round and
/// backwards in the next, so that a machine that slows down or speeds up favours none; and after every round all outputs are compared.
/// </summary>
public static class Comparison
{
    private const int CostPasses = 5;

    /// <summary>Measures a workload.</summary>
    /// <param name="workload">The work.</param>
    /// <param name="options">How many rounds, how many workers.</param>
    /// <param name="observer">Is told how it goes on.</param>
    /// <param name="cancellationToken">Ends the comparison; the rounds that are complete are returned.</param>
    /// <returns>What was measured; no rounds when it was cancelled before the first was complete.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no rounds, or a number of workers is less than 1.</exception>
    public static async Task<Measurements> Run(
        IWorkload workload,
        ComparisonOptions options,
        IComparisonObserver? observer = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(workload);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Rounds, 1, nameof(options));
        foreach (var workers in options.Workers)
            ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1, nameof(options));

        Variant[] variants =
        [
            workload.Baseline,
            .. options.Workers.Distinct().Order().SelectMany(workload.Variants),
        ];
        var ways = new List<RunningVariant>();
        double[] costs = [];
        Measurements SoFar() =>
            new(
                workload.Title,
                Environment.ProcessorCount,
                costs,
                ways[0].Series,
                [.. ways.Skip(1).Select(one => one.Series)]
            );
        try
        {
            foreach (var variant in variants)
            {
                observer?.WarmingUp(variant);
                var one = await RunningVariant.Start(variant).ConfigureAwait(false);
                ways.Add(one);
                await RunOrDrop(one, ways[0], one.WarmUp, cancellationToken).ConfigureAwait(false);
            }
            costs = Costs(workload.Jobs, cancellationToken);
            for (var round = 0; round < options.Rounds; round++)
            {
                await Round(ways, round, cancellationToken).ConfigureAwait(false);
                observer?.RoundDone(SoFar());
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Whatever a variant throws when it is cancelled: what was measured until now stands.
        }
        finally
        {
            foreach (var one in ways)
                await one.DisposeAsync().ConfigureAwait(false);
        }
        return ways.Count > 0
            ? SoFar()
            : new Measurements(
                workload.Title,
                Environment.ProcessorCount,
                [],
                new Series(workload.Baseline.Name, workload.Baseline.Workers),
                []
            );
    }

    private static async Task Round(
        List<RunningVariant> ways,
        int round,
        CancellationToken cancellationToken
    )
    {
        var running = ways.Where(one => !one.Series.IsOut);
        var order = round % 2 == 0 ? [.. running] : running.Reverse().ToArray();
        try
        {
            foreach (var one in order)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await RunOrDrop(one, ways[0], one.Run, cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            foreach (var one in order)
                one.KeepRounds(round);
            throw;
        }
        foreach (var one in order.Where(other => other != ways[0] && !other.Series.IsOut))
            one.Agrees(ways[0].Output);
    }

    /// <summary>A way that throws is out, and the others go on; without the baseline there is nothing to go on with.</summary>
    private static async Task RunOrDrop(
        RunningVariant one,
        RunningVariant baseline,
        Func<CancellationToken, Task> step,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await step(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (one != baseline && !cancellationToken.IsCancellationRequested)
        {
            one.Fail(e);
        }
    }

    /// <summary>What each job costs alone: the shortest of a few passes, since whatever else the machine does can only add to it.</summary>
    private static double[] Costs(
        IReadOnlyList<Action<CancellationToken>> jobs,
        CancellationToken cancellationToken
    ) =>
        [
            .. jobs.Select(job =>
                Enumerable
                    .Range(0, CostPasses)
                    .Min(_ =>
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        var start = Stopwatch.GetTimestamp();
                        job(cancellationToken);
                        return Stopwatch.GetElapsedTime(start).TotalSeconds;
                    })
            ),
        ];
}
