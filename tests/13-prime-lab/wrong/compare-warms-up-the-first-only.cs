// wrong: only the first executor is warmed up
// fails: Each_executor_runs_twice_and_no_more, An_executor_with_other_answers_by_the_clock_is_found_out
// says: "on each"
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
        ArgumentNullException.ThrowIfNull(executors);
        ArgumentNullException.ThrowIfNull(clock);
        var rows = new List<LabRow>();
        bool[]? expected = null;
        foreach (var executor in executors)
        {
            if (rows.Count == 0)
                await Primes.Run(executor, numbers, cancellationToken);

            var start = clock.GetTimestamp();
            var answers = await Primes.Run(executor, numbers, cancellationToken);
            var elapsed = clock.GetElapsedTime(start);

            expected ??= answers;
            if (!answers.SequenceEqual(expected))
                throw new InvalidOperationException(
                    $"'{executor.Name}' gave other answers than '{executors[0].Name}', so their times cannot be compared."
                );
            var alone = rows.Count == 0 ? elapsed : rows[0].Elapsed;
            rows.Add(new LabRow(executor.Name, executor.Workers, elapsed, alone / elapsed));
        }
        return rows;
    }
}
