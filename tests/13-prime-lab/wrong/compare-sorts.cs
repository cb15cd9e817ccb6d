// wrong: the rows come sorted by time
// fails: Each_executor_gets_a_row_with_its_time_in_the_order_given, Speedup_is_the_time_of_the_first_over_ones_own, Speedup_is_exact_for_short_runs_too, Two_executors_of_one_name_have_a_row_each
// says: "at 6, 2 and 3 s a number"
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
            rows.Add(new LabRow(executor.Name, executor.Workers, elapsed, alone / elapsed));
        }
        return [.. rows.OrderBy(row => row.Elapsed)];
    }
}
