// wrong: only the worker that ends first can tell the caller what it threw
// fails: What_the_last_one_at_work_throws_reaches_the_caller_too
// may fail: What_the_test_throws_reaches_the_caller
// says: "whose exceptions are asked for"
namespace Katas.BorrowedPools;

public static class Counting
{
    public static int CountPrimes(int from, int to, int degree, Func<int, bool> isPrime)
    {
        if (to <= from)
            return 0;
        var count = 0;
        var next = (long)from - 1;
        void Work()
        {
            var mine = 0;
            for (
                var number = Interlocked.Increment(ref next);
                number < to;
                number = Interlocked.Increment(ref next)
            )
            {
                if (isPrime((int)number))
                    mine++;
            }
            Interlocked.Add(ref count, mine);
        }
        var workers = new Task[Math.Min(degree, (long)to - from)];
        for (var i = 0; i < workers.Length; i++)
            workers[i] = Task.Run(Work);
        Task.WhenAny(workers).Result.GetAwaiter().GetResult();
        Task.WhenAll(workers).ContinueWith(_ => { }).Wait();
        return count;
    }
}
