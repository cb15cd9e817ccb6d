// wrong: the time stamps of the clock are taken for ticks of 100 ns
// fails: A_clock_may_tick_a_thousand_times_a_second
// says: "only the clock knows"
using Katas.Harness.Executors;

namespace Katas.PrimeLab;

/// <summary>The bench on which executors are compared.</summary>
public static class Lab
{
    /// <summary>
    /// Kata 4. Times <see cref="Primes.Run"/> on each executor: once to warm up, which is not timed, and once by the clock. All must give
    /// the same answers as the first, or their times mean nothing.
    /// </summary>
    /// <param name="executors">Who is compared; the first is what the others are measured against. The caller shuts them down.</param>
    /// <param name="numbers">The numbers to test.</param>
    /// <param name="clock">Tells the time; no other clock is used.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    /// <returns>One row for each executor, in the order of the executors.</returns>
    /// <exception cref="InvalidOperationException">An executor gave other answers than the first; the message has its name.</exception>
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
            await Primes.Run(executor, numbers, cancellationToken);

            var start = clock.GetTimestamp();
            var answers = await Primes.Run(executor, numbers, cancellationToken);
            var elapsed = TimeSpan.FromTicks(clock.GetTimestamp() - start);

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
