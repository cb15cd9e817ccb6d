// wrong: the numbers that are left over when the range is cut into equal shares are nobody's
// fails: The_primes_of_a_range_are_counted, Every_number_is_tested_once_whatever_the_degree, A_range_may_be_wider_than_the_largest_int, The_largest_numbers_are_tested_however_many_there_are
// says: "Look for a remainder that no worker got"
namespace Katas.BorrowedPools;

public static class Counting
{
    public static int CountPrimes(int from, int to, int degree, Func<int, bool> isPrime)
    {
        if (to <= from)
            return 0;
        var length = (to - from) / degree;
        var shares = Enumerable
            .Range(0, degree)
            .Select(share =>
                Task.Run(() => Enumerable.Range(from + share * length, length).Count(isPrime))
            )
            .ToArray();
        return Task.WhenAll(shares).GetAwaiter().GetResult().Sum();
    }
}
