namespace Katas.BorrowedPools;

/// <summary>Counting, by threads of the runtime's pool.</summary>
public static class Counting
{
    /// <summary>
    /// Kata 2. Counts the primes among the numbers from <paramref name="from"/> up to, but not including, <paramref name="to"/>.
    /// </summary>
    /// <remarks>
    /// The work is done by threads of the runtime's pool; the caller may do a share of it. A single test takes less time than handing it to the
    /// pool, so the pool gets a few large jobs, not one for each number. Every number is tested once. What a test throws reaches the caller, alone or in an <see cref="AggregateException"/>.
    /// </remarks>
    /// <param name="from">The first number.</param>
    /// <param name="to">The number after the last; when it is not greater than <paramref name="from"/>, there are none.</param>
    /// <param name="degree">How many tests run at once: never more, and that many to begin with, if there are as many numbers and the pool has the threads; at least 1.</param>
    /// <param name="isPrime">The test, for example <see cref="Primes.IsPrime"/>; it may be called from several threads at once.</param>
    /// <returns>How many there are.</returns>
    public static int CountPrimes(int from, int to, int degree, Func<int, bool> isPrime)
    {
        var count = 0;
        Parallel.For(
            from,
            to,
            new ParallelOptions { MaxDegreeOfParallelism = degree },
            () => 0,
            (number, _, mine) => isPrime(number) ? mine + 1 : mine, // a worker counts on its own fingers
            mine => Interlocked.Add(ref count, mine) // and is added up once, at its end
        );
        return count;
    }
}
