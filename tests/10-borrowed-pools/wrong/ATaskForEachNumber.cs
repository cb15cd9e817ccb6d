// wrong: one task for each of the numbers; handing them over costs more than the tests
// fails: The_pool_is_handed_few_jobs_and_not_one_for_each_number, A_range_may_be_wider_than_the_largest_int
// says: "Handing over a job takes longer than testing a number"
namespace Katas.BorrowedPools;

public static class Counting
{
    public static int CountPrimes(int from, int to, int degree, Func<int, bool> isPrime)
    {
        if (to <= from)
            return 0;
        using var places = new SemaphoreSlim(degree);
        async Task<bool> Test(int number)
        {
            await places.WaitAsync();
            try
            {
                return await Task.Run(() => isPrime(number));
            }
            finally
            {
                places.Release();
            }
        }
        var tests = Enumerable.Range(from, to - from).Select(Test).ToArray();
        return Task.WhenAll(tests).GetAwaiter().GetResult().Count(prime => prime);
    }
}
