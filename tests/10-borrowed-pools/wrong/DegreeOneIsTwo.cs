// wrong: beside the caller there is always a helper, also when one is all that may run
// fails: A_degree_of_one_is_one_at_a_time
// says: "At most 1 may run at once, but 2 did"

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
        var width = (long)to - from;
        if (width <= 0)
            return 0;
        var count = 0;
        var last = (long)from - 1;
        void Work()
        {
            var mine = 0;
            for (
                var number = Interlocked.Increment(ref last);
                number < to;
                number = Interlocked.Increment(ref last)
            )
            {
                if (isPrime((int)number))
                    mine++;
            }
            Interlocked.Add(ref count, mine);
        }

        var helpers = new Task[Math.Max(1, (int)Math.Min(degree, width) - 1)]; // the caller is one of them
        for (var helper = 0; helper < helpers.Length; helper++)
            helpers[helper] = Task.Run(Work);
        try
        {
            Work();
        }
        finally
        {
            Task.WaitAll(helpers);
        }
        return count;
    }
}
