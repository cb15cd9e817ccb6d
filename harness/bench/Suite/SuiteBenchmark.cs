using System.Globalization;
using Katas.Harness.Cli;

namespace Katas.Harness.Bench.Suite;

/// <summary>Times what the whole workbook costs, beside an older checkout if there is one, in turn.</summary>
/// <param name="New">The checkout that this program belongs to.</param>
/// <param name="Old">Another checkout, or <see langword="null"/>.</param>
internal sealed record SuiteBenchmark(Checkout New, Checkout? Old)
{
    /// <summary>Measures.</summary>
    /// <param name="measures">What to measure, a row each.</param>
    /// <param name="rounds">How often to time each; <see langword="null"/> for the measure's own number.</param>
    /// <param name="log">Takes a line about what is going on.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="UsageException">A checkout cannot be measured.</exception>
    public async Task<IReadOnlyList<SuiteRow>> Run(
        IEnumerable<SuiteMeasure> measures,
        int? rounds,
        Action<string> log,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<SuiteRow>();
        foreach (var measure in measures)
            rows.Add(
                await Time(measure, rounds ?? measure.Rounds, log, cancellationToken)
                    .ConfigureAwait(false)
            );
        return rows;
    }

    private async Task<SuiteRow> Time(
        SuiteMeasure measure,
        int rounds,
        Action<string> log,
        CancellationToken cancellationToken
    )
    {
        Checkout[] checkouts = Old is null ? [New] : [New, Old];
        log($"{measure.Name}: preparing.");
        foreach (var checkout in checkouts)
            await measure.Prepare(checkout, cancellationToken).ConfigureAwait(false);

        var medians = await InTurn
            .Medians(
                rounds,
                [.. checkouts.Select(checkout => (Func<Task<double>>)(() => Once(checkout)))]
            )
            .ConfigureAwait(false);
        return new(
            measure.Name,
            measure.What,
            Old is null ? null : medians[1],
            medians[0],
            measure.GoalSeconds
        );

        async Task<double> Once(Checkout checkout)
        {
            var seconds = await measure.Measure(checkout, cancellationToken).ConfigureAwait(false);
            log(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{measure.Name}: {(ReferenceEquals(checkout, Old) ? "old" : "new")} {seconds:0.00} s"
                )
            );
            return seconds;
        }
    }
}
