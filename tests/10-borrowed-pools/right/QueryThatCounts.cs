// right: a parallel query counts; its degree has a limit of 512, and the range is a sequence of its own
namespace Katas.BorrowedPools;

public static class Counting
{
    public static int CountPrimes(int from, int to, int degree, Func<int, bool> isPrime)
    {
        IEnumerable<int> Numbers()
        {
            for (var number = from; number < to; number++)
                yield return number;
        }
        return Numbers().AsParallel().WithDegreeOfParallelism(degree).Count(isPrime);
    }
}
