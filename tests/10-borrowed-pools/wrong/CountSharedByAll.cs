// wrong: all workers count with the same variable, and two who count at once lose a prime
// fails: No_prime_is_lost_when_two_workers_find_one_at_once
// says: "Two workers read the same count"
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
            number =>
            {
                if (isPrime(number))
                    count++;
            }
        );
        return count;
    }
}
