// wrong: the times are rounded before they are divided
// fails: Speedup_is_exact_for_short_runs_too
// says: "rounded before it is divided"
using Katas.Harness.Executors;

namespace Katas.PrimeLab;

public static class Lab
{
    public static async Task<IReadOnlyList<LabRow>> Compare(
        IReadOnlyList<IExecutor> executors,
        IReadOnlyList<long> numbers,
        TimeProvider clock,
        CancellationToken cancellationToken = default
    )
    {
        var rows = new List<LabRow>();
        bool[]? expected = null;
        foreach (var executor in executors)
        {
            await Primes.Run(executor, numbers, cancellationToken);

            var start = clock.GetTimestamp();
            var answers = await Primes.Run(executor, numbers, cancellationToken);
            var elapsed = clock.GetElapsedTime(start);

            expected ??= answers;
            if (!answers.SequenceEqual(expected))
                throw new InvalidOperationException(
                    $"'{executor.Name}' gave other answers than the first executor, so their times cannot be compared."
                );
            var alone = rows.Count == 0 ? elapsed : rows[0].Elapsed;
            rows.Add(
                new LabRow(
                    executor.Name,
                    executor.Workers,
                    elapsed,
                    Math.Round(alone.TotalMilliseconds) / Math.Round(elapsed.TotalMilliseconds)
                )
            );
        }
        return rows;
    }
}
