// wrong: the range is cut into shares of a size that is rounded up, so that nine numbers for four workers are three shares
// fails: As_many_as_allowed_run_at_once_however_few_numbers_there_are
// says: "shares that are rounded up may be fewer than the workers"
namespace Katas.BorrowedPools;

public static class Counting
{
    public static int CountPrimes(int from, int to, int degree, Func<int, bool> isPrime)
    {
        var size = ((long)to - from + degree - 1) / degree;
        var shares = new List<Task<int>>();
        for (long start = from; start < to; start += size)
        {
            var (first, end) = (start, Math.Min(start + size, to));
            shares.Add(
                Task.Run(() =>
                {
                    var count = 0;
                    for (var number = first; number < end; number++)
                    {
                        if (isPrime((int)number))
                            count++;
                    }
                    return count;
                })
            );
        }
        return Task.WhenAll(shares).GetAwaiter().GetResult().Sum();
    }
}
