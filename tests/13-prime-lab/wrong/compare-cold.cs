// wrong: the first run is the one that is timed
// fails: The_first_run_on_an_executor_warms_it_up_and_is_not_timed, Each_executor_runs_twice_and_no_more, A_comparison_that_is_cancelled_ends, An_executor_with_other_answers_by_the_clock_is_found_out
// says: "Only the second counts"
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
            var start = clock.GetTimestamp();
            var answers = await Primes.Run(executor, numbers, cancellationToken);
            var elapsed = clock.GetElapsedTime(start);
            expected ??= answers;
            if (!answers.SequenceEqual(expected))
                throw new InvalidOperationException($"'{executor.Name}' gave other answers.");
            var alone = rows.Count == 0 ? elapsed : rows[0].Elapsed;
            rows.Add(new LabRow(executor.Name, executor.Workers, elapsed, alone / elapsed));
        }
        return rows;
    }
}
