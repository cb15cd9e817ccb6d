// wrong: the width of the range is an int, and overflows
// fails: A_range_may_be_wider_than_the_largest_int
// says: "Look at to - from"
namespace Katas.BorrowedPools;

public static class Counting
{
    public static int CountPrimes(int from, int to, int degree, Func<int, bool> isPrime)
    {
        var count = 0;
        Parallel.For(
            0,
            Math.Max(0, to - from),
            new ParallelOptions { MaxDegreeOfParallelism = degree },
            i =>
            {
                if (isPrime(from + i))
                    Interlocked.Increment(ref count);
            }
        );
        return count;
    }
}
