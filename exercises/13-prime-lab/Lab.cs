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
    public static Task<IReadOnlyList<LabRow>> Compare(
        IReadOnlyList<IExecutor> executors,
        IReadOnlyList<long> numbers,
        TimeProvider clock,
        CancellationToken cancellationToken = default
    )
    {
        // TODO: compare the executors.
        throw new NotImplementedException();
    }
}
