// wrong: the run that warms up is started and not waited for
// fails: The_clock_runs_when_the_warm_up_is_over
// may fail: A_comparison_that_is_cancelled_ends
// says: "Look at whether the first run is awaited"
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
            _ = Primes.Run(executor, numbers, cancellationToken);

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
