// right: each task counts every degree-th number, and the tasks are added up
namespace Katas.BorrowedPools;

public static class Counting
{
    public static int CountPrimes(int from, int to, int degree, Func<int, bool> isPrime)
    {
        int CountShare(int share)
        {
            var count = 0;
            for (var number = (long)from + share; number < to; number += degree)
            {
                if (isPrime((int)number))
                    count++;
            }
            return count;
        }
        var shares = Enumerable.Range(0, degree).Select(share => Task.Run(() => CountShare(share)));
        return Task.WhenAll(shares).GetAwaiter().GetResult().Sum();
    }
}
