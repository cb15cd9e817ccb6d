// wrong: the run that warms up is not given the token
// fails: A_comparison_that_is_cancelled_ends, A_comparison_that_is_cancelled_begins_nothing_more
// says: "whether both runs are given the token"
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
            // The first run pays for what happens once: threads that start, code that is compiled.
            await Primes.Run(executor, numbers);

            var start = clock.GetTimestamp();
            var answers = await Primes.Run(executor, numbers, cancellationToken);
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
