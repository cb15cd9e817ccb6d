// wrong: the time is taken from the computer and not from the clock that was handed over
// fails: Each_executor_gets_a_row_with_its_time_in_the_order_given, Speedup_is_the_time_of_the_first_over_ones_own, The_first_run_on_an_executor_warms_it_up_and_is_not_timed, Two_executors_of_one_name_have_a_row_each, A_clock_may_tick_a_thousand_times_a_second
// may fail: Speedup_is_exact_for_short_runs_too
// says: "by the clock that was handed over"
using System.Diagnostics;
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
            var start = Stopwatch.GetTimestamp();
            var answers = await Primes.Run(executor, numbers, cancellationToken);
            var elapsed = Stopwatch.GetElapsedTime(start);
            expected ??= answers;
            if (!answers.SequenceEqual(expected))
                throw new InvalidOperationException($"'{executor.Name}' gave other answers.");
            var alone = rows.Count == 0 ? elapsed : rows[0].Elapsed;
            rows.Add(new LabRow(executor.Name, executor.Workers, elapsed, alone / elapsed));
        }
        return rows;
    }
}
