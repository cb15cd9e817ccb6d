// wrong: the last step of a stride goes beyond the largest int, and begins again at the least
// fails: The_primes_of_a_range_are_counted, The_largest_numbers_are_tested_however_many_there_are
// says: "sums that are larger than an int"
namespace Katas.BorrowedPools;

public static class Counting
{
    public static int CountPrimes(int from, int to, int degree, Func<int, bool> isPrime)
    {
        int CountShare(int share)
        {
            var count = 0;
            for (var number = from + share; number < to; number += degree)
            {
                if (isPrime(number))
                    count++;
            }
            return count;
        }
        var shares = Enumerable.Range(0, degree).Select(share => Task.Run(() => CountShare(share)));
        return Task.WhenAll(shares).GetAwaiter().GetResult().Sum();
    }
}
