// wrong: the number after the last is tested too
// fails: The_primes_of_a_range_are_counted, Every_number_is_tested_once_whatever_the_degree, A_range_without_numbers_has_no_primes, As_many_as_allowed_run_at_once_and_never_more, No_prime_is_lost_when_two_workers_find_one_at_once, The_largest_numbers_are_tested_however_many_there_are, A_degree_of_one_is_one_at_a_time
// says: "up to, but not including"
namespace Katas.BorrowedPools;

public static class Counting
{
    public static int CountPrimes(int from, int to, int degree, Func<int, bool> isPrime)
    {
        var count = 0;
        Parallel.For(
            from,
            to + 1L,
            new ParallelOptions { MaxDegreeOfParallelism = degree },
            () => 0,
            (number, _, mine) => isPrime((int)number) ? mine + 1 : mine,
            mine => Interlocked.Add(ref count, mine)
        );
        return count;
    }
}
