// wrong: speed-up is divided the wrong way round
// fails: Speedup_is_the_time_of_the_first_over_ones_own, Speedup_is_exact_for_short_runs_too
// says: "three times as fast"
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
                throw new InvalidOperationException($"'{executor.Name}' gave other answers.");
            var alone = rows.Count == 0 ? elapsed : rows[0].Elapsed;
            rows.Add(new LabRow(executor.Name, executor.Workers, elapsed, elapsed / alone));
        }
        return rows;
    }
}
