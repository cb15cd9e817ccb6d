// wrong: a parallel loop that takes all the workers there are
// fails: As_many_as_allowed_run_at_once_and_never_more, A_degree_of_one_is_one_at_a_time
// says: "may run at once, but"
namespace Katas.BorrowedPools;

public static class Counting
{
    public static int CountPrimes(int from, int to, int degree, Func<int, bool> isPrime)
    {
        var count = 0;
        Parallel.For(
            from,
            to,
            () => 0,
            (number, _, mine) => isPrime(number) ? mine + 1 : mine,
            mine => Interlocked.Add(ref count, mine)
        );
        return count;
    }
}
