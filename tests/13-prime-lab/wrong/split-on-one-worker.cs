// wrong: one job searches everything
// fails: All_workers_search_at_the_same_time, When_one_finds_a_divisor_the_others_are_asked_to_stop, A_search_that_did_not_end_well_proves_nothing, Two_searches_at_once_do_not_disturb_each_other, The_jobs_of_a_search_that_is_cancelled_are_asked_to_stop, The_parts_of_the_largest_prime_end_with_its_root, A_search_that_is_cancelled_while_all_workers_are_at_it_has_no_answer
// may fail: When_one_fails_the_others_are_asked_to_stop
// says: "three workers to search the same number"
using Katas.Harness.Executors;

namespace Katas.PrimeLab;

public static class Primes
{
    public static bool IsPrime(long number, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (number < 4)
            return number is 2 or 3;
        return number % 2 != 0
            && !HasDivisor(new Divisors(number, 3, Root(number)), cancellationToken);
    }

    public static Task<bool[]> Run(
        IExecutor executor,
        IReadOnlyList<long> numbers,
        CancellationToken cancellationToken = default
    ) => executor.Map(IsPrime, numbers, cancellationToken: cancellationToken);

    public static async Task<bool> IsPrimeSplit(
        long number,
        IExecutor pool,
        CancellationToken cancellationToken = default
    )
    {
        if (number < 4 || number % 2 == 0)
            return number is 2 or 3;
        using var found = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var searches = Split(number, 1)
            .Select(part => pool.Submit(HasDivisor, part, found.Token))
            .ToArray();
        try
        {
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
        var count = (Root(number) - 1) / 2;
        for (var i = 0; i < parts; i++)
        {
            var first = count * i / parts;
            var behind = count * (i + 1) / parts;
            if (first < behind)
                yield return new Divisors(number, 3 + 2 * first, 3 + 2 * (behind - 1));
        }
    }

    private static bool HasDivisor(Divisors part, CancellationToken cancellationToken)
    {
        var looks = 0;
        for (var divisor = part.First; divisor <= part.Last; divisor += 2)
        {
            if (part.Number % divisor == 0)
                return true;
            if (++looks % 50_000 == 0)
                cancellationToken.ThrowIfCancellationRequested();
        }
        return false;
    }

    private static long Root(long number)
    {
        var root = (long)Math.Sqrt(number);
        while (root > number / root)
            root--;
        while (root + 1 <= number / (root + 1))
            root++;
        return root;
    }

    private sealed record Divisors(long Number, long First, long Last);
}
