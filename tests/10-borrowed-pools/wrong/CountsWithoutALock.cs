// wrong: two workers read the count before either has written it, and one prime is lost
// fails: No_prime_is_lost_when_two_workers_find_one_at_once
// may fail: The_largest_numbers_are_tested_however_many_there_are
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
                for (var number = from + worker; number < to; number += degree)
                {
                    if (isPrime((int)number))
                        count++;
                }
            }
        );
        return count;
    }
}
