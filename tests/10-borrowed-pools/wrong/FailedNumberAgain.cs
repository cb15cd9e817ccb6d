// wrong: a number whose test threw is tested once more
// fails: A_number_whose_test_throws_is_not_tested_again
// says: "no second test"
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
            (number, _, mine) => IsPrime(number) ? mine + 1 : mine,
            mine => Interlocked.Add(ref count, mine)
        );
        return count;

        bool IsPrime(int number)
        {
            try
            {
                return isPrime(number);
            }
            catch (Exception)
            {
                return isPrime(number);
            }
        }
    }
}
