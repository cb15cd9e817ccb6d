// wrong: the job is a lambda that takes the number from around it, which a worker process could not see
// fails: Every_small_number_is_judged_as_by_one_worker, Large_numbers_are_judged_rightly, All_workers_search_at_the_same_time, When_one_finds_a_divisor_the_others_are_asked_to_stop, A_divisor_is_heard_of_while_another_worker_still_searches, A_cancelled_search_ends_as_cancelled, The_pool_is_left_open_for_the_next_number, Two_searches_at_once_do_not_disturb_each_other, The_jobs_of_a_search_that_is_cancelled_are_asked_to_stop, A_search_that_is_cancelled_while_all_workers_are_at_it_has_no_answer
// says: "a lambda that captures variables"

using Katas.Harness.Executors;

namespace Katas.PrimeLab;

public static class Primes
{
    private const int DivisorsBetweenLooks = 50_000;

    public static bool IsPrime(long number, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (number < 4)
            return number is 2 or 3;
        return number % 2 != 0
            && !HasDivisor(new Divisors(number, 3, Root(number), Step: 2), cancellationToken);
    }

    public static Task<bool[]> Run(
        IExecutor executor,
        IReadOnlyList<long> numbers,
        CancellationToken cancellationToken = default
    ) =>
        // Map keeps the order of the arguments, whichever job ends first.
        executor.Map(IsPrime, numbers, cancellationToken: cancellationToken);

    public static async Task<bool> IsPrimeSplit(
        long number,
        IExecutor pool,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(pool);
        if (number < 4 || number % 2 == 0)
            return number is 2 or 3;

        using var found = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var searches = Enumerable
            .Range(0, pool.Workers)
            .Select(i => 3L + 2 * i)
            .Select(first =>
                pool.Submit(
                    (from, token) =>
                        HasDivisor(
                            new Divisors(number, from, Root(number), 2 * pool.Workers),
                            token
                        ),
                    first,
                    found.Token
                )
            )
            .ToArray();
        try
        {
            // The job that ends first is looked at first: a divisor found in the last part does not have to wait for the first part.
            await foreach (var search in Task.WhenEach(searches))
            {
                if (await search)
                    return false;
            }
            return true;
        }
        finally
        {
            await found.CancelAsync();
        }
    }

    private static bool HasDivisor(Divisors part, CancellationToken cancellationToken)
    {
        var (number, divisor, last, step) = part;
        while (divisor <= last)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var stop = Math.Min(last, divisor + step * DivisorsBetweenLooks);
            for (; divisor <= stop; divisor += step)
            {
                if (number % divisor == 0)
                    return true;
            }
        }
        return false;
    }

    private static long Root(long number)
    {
        var root = (long)Math.Sqrt(number);
        // A double has 53 bits, a long 63. Dividing instead of squaring cannot overflow.
        while (root > number / root)
            root--;
        while (root + 1 <= number / (root + 1))
            root++;
        return root;
    }

    private sealed record Divisors(long Number, long First, long Last, long Step);
}
