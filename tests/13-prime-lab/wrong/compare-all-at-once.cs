// wrong: all executors run at the same time and share the cores
// fails: One_executor_is_timed_while_the_others_are_idle
// says: "neither time means anything"
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
        // The first run pays for what happens once: threads that start, code that is compiled.
        await Task.WhenAll(
            executors.Select(executor => Primes.Run(executor, numbers, cancellationToken))
        );
        foreach (var executor in executors)
        {
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
