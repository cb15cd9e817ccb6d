// wrong: Run returns a task when there is nothing left to wait for
// fails: A_run_comes_back_to_its_caller_while_the_numbers_are_tested, The_jobs_of_a_run_that_is_cancelled_are_asked_to_stop, A_comparison_that_is_cancelled_begins_nothing_more
// may fail: A_cancelled_run_ends_as_cancelled, A_number_that_could_not_be_tested_has_no_answer, A_comparison_that_is_cancelled_ends, One_executor_is_timed_while_the_others_are_idle
// says: "Run to come back with a task"
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
        Task.FromResult(
            executor.Map(IsPrime, numbers, cancellationToken: cancellationToken).Result
        );

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
        try
        {
            // Inside the try: the pool may take the first parts and refuse the next.
            var searches = Split(number, pool.Workers)
                .Select(part => pool.Submit(HasDivisor, part, found.Token))
                .ToArray();
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

    private static IEnumerable<Divisors> Split(long number, int parts)
    {
        var root = Root(number);
        for (var i = 0; i < parts; i++)
            yield return new Divisors(number, 3 + 2 * i, root, Step: 2 * parts);
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
