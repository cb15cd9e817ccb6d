// wrong: the answers of the run that warms up are compared, and not those of the one that counts
// fails: An_executor_with_other_answers_by_the_clock_is_found_out
// says: "which run's answers"
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
            var answers = await Primes.Run(executor, numbers, cancellationToken);

            var start = clock.GetTimestamp();
            await Primes.Run(executor, numbers, cancellationToken);
            var elapsed = clock.GetElapsedTime(start);

            expected ??= answers;
            if (!answers.SequenceEqual(expected))
                throw new InvalidOperationException(
                    $"'{executor.Name}' gave other answers than the first executor, so their times cannot be compared."
                );
            var alone = rows.Count == 0 ? elapsed : rows[0].Elapsed;
            rows.Add(new LabRow(executor.Name, executor.Workers, elapsed, alone / elapsed));
        }
        return rows;
    }
}
