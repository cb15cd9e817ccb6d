// wrong: the total is a static field, so counts that are under way at once count into each other
// fails: A_test_may_count_in_its_turn
// says: "a static field"
namespace Katas.BorrowedPools;

public static class Counting
{
    private static int s_count;

    public static int CountPrimes(int from, int to, int degree, Func<int, bool> isPrime)
    {
        s_count = 0;
        Parallel.For(
            from,
            to,
            new ParallelOptions { MaxDegreeOfParallelism = degree },
            () => 0,
            (number, _, mine) => isPrime(number) ? mine + 1 : mine, // a worker counts on its own fingers
            mine => Interlocked.Add(ref s_count, mine) // and is added up once, at its end
        );
        return s_count;
    }
}
