// wrong: the degree is taken for a number of shares, which are counted one after the other
// fails: As_many_as_allowed_run_at_once_and_never_more, No_prime_is_lost_when_two_workers_find_one_at_once, As_many_as_allowed_run_at_once_however_few_numbers_there_are, What_the_last_one_at_work_throws_reaches_the_caller_too
// says: "calls at once, but only 1 came"
namespace Katas.BorrowedPools;

public static class Counting
{
    public static int CountPrimes(int from, int to, int degree, Func<int, bool> isPrime)
    {
        var count = 0;
        for (var share = 0; share < degree; share++)
        {
            for (var number = (long)from + share; number < to; number += degree)
            {
                if (isPrime((int)number))
                    count++;
            }
        }
        return count;
    }
}
