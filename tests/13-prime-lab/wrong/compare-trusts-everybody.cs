// wrong: the answers are not compared
// fails: An_executor_with_other_answers_is_found_out, An_executor_with_other_answers_by_the_clock_is_found_out, An_executor_with_an_answer_too_few_is_found_out
// says: "whether the answers are compared"
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
        foreach (var executor in executors)
        {
            await Primes.Run(executor, numbers, cancellationToken);
            var start = clock.GetTimestamp();
            await Primes.Run(executor, numbers, cancellationToken);
            var elapsed = clock.GetElapsedTime(start);
            var alone = rows.Count == 0 ? elapsed : rows[0].Elapsed;
            rows.Add(new LabRow(executor.Name, executor.Workers, elapsed, alone / elapsed));
        }
        return rows;
    }
}
