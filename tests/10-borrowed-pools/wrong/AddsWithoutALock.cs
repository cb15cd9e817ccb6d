// wrong: each worker counts for itself, but two may add what they have found at the same moment
// fails: No_prime_is_lost_when_two_workers_find_one_at_once
// says: "each should count"
namespace Katas.BorrowedPools;

public static class Counting
{
    public static int CountPrimes(int from, int to, int degree, Func<int, bool> isPrime)
    {
        var count = 0;
        Parallel.For(
            0L,
            degree,
            new ParallelOptions { MaxDegreeOfParallelism = degree },
            worker =>
            {
                var mine = 0;
                for (var number = from + worker; number < to; number += degree)
                {
                    if (isPrime((int)number))
                        mine++;
                }
                count += mine;
            }
        );
        return count;
    }
}
