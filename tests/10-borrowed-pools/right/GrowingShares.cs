// right: as many workers as allowed, each of which takes larger and larger shares
namespace Katas.BorrowedPools;

public static class Counting
{
    public static int CountPrimes(int from, int to, int degree, Func<int, bool> isPrime)
    {
        var next = (long)from;
        var count = 0;
        var workers = new Task[degree];
        for (var w = 0; w < degree; w++)
        {
            workers[w] = Task.Run(() =>
            {
                var mine = 0;
                for (var share = 1; ; share = Math.Min(64, share * 2))
                {
                    var end = Interlocked.Add(ref next, share);
                    var start = end - share;
                    if (start >= to)
                        break;
                    for (var n = start; n < end && n < to; n++)
                    {
                        if (isPrime((int)n))
                            mine++;
                    }
                }
                Interlocked.Add(ref count, mine);
            });
        }
        Task.WaitAll(workers);
        return count;
    }
}
