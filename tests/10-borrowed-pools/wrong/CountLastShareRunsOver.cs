// wrong: the end of the last share runs over near the largest int, and the numbers of that share are not tested
// fails: The_largest_numbers_are_tested_however_many_there_are
// says: "The last numbers below int.MaxValue"

namespace Katas.BorrowedPools;

/// <summary>Counting, by threads of the runtime's pool.</summary>
public static class Counting
{
    /// <summary>Kata 2. Counts the primes among the numbers.</summary>
    public static int CountPrimes(int from, int to, int degree, Func<int, bool> isPrime)
    {
        if (to <= from)
            return 0;
        var numbers = (long)to - from;
        var share = (int)Math.Clamp(numbers / degree, 1, 1000);
        var shares = (numbers + share - 1) / share;
        var primes = 0;
        Parallel.For(
            0L,
            shares,
            new ParallelOptions { MaxDegreeOfParallelism = degree },
            index =>
            {
                var start = (int)(from + index * share);
                var end = Math.Min(start + share, to);
                var mine = 0;
                for (var number = start; number < end; number++)
                {
                    if (isPrime(number))
                        mine++;
                }
                Interlocked.Add(ref primes, mine);
            }
        );
        return primes;
    }
}
