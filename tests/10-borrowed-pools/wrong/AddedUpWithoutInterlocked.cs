// wrong: each worker counts for itself, but adds what it has counted in three steps
// fails: No_prime_is_lost_when_two_workers_find_one_at_once
// says: "add in one step"
namespace Katas.BorrowedPools;

public static class Counting
{
    public static int CountPrimes(int from, int to, int degree, Func<int, bool> isPrime)
    {
        var count = 0;
        Parallel.For(
            from,
            to,
            new ParallelOptions { MaxDegreeOfParallelism = degree },
            () => 0,
            (number, _, mine) => isPrime(number) ? mine + 1 : mine,
            mine => count += mine
        );
        return count;
    }
}
