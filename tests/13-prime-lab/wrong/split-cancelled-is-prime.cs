// wrong: a search that is asked to stop reports that it found no divisor, so a number whose search the caller cancels is called prime
// fails: A_search_that_is_cancelled_while_all_workers_are_at_it_has_no_answer
// says: "and it answered all the same"
using Katas.Harness.Executors;

namespace Katas.PrimeLab;

/// <summary>The prime problem: alone, in a pool, and with every worker on one number.</summary>
public static class Primes
{
    private const int LookEvery = 1 << 12;

    public static bool IsPrime(long number, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (number < 2)
            return false;
        if (number % 2 == 0)
            return number == 2;

        var root = Root(number);
        var looks = 0;
        for (var divisor = 3L; divisor <= root; divisor += 2)
        {
            if (++looks % LookEvery == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (number % divisor == 0)
                return false;
        }
        return true;
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
        cancellationToken.ThrowIfCancellationRequested();
        if (number < 2)
            return false;
        if (number % 2 == 0)
            return number == 2;

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            // Dealt out like cards: worker 0 gets 3, worker 1 gets 5, and so on.
            var searches = new List<Task<bool>>();
            for (var worker = 0; worker < pool.Workers; worker++)
            {
                searches.Add(
                    pool.Submit(
                        HasDivisor,
                        (number, 3 + 2L * worker, 2L * pool.Workers),
                        stop.Token
                    )
                );
            }

            await foreach (var search in Task.WhenEach(searches))
            {
                if (await search)
                    return false;
            }
            return true;
        }
        finally
        {
            // Whoever still searches need not go on, whichever way this ends.
            await stop.CancelAsync();
        }
    }

    private static bool HasDivisor(
        (long Number, long First, long Step) part,
        CancellationToken cancellationToken
    )
    {
        var root = Root(part.Number);
        var looks = 0;
        for (var divisor = part.First; divisor <= root; divisor += part.Step)
        {
            // Asked to stop: somebody else has the answer, and this one has found nothing.
            if (++looks % LookEvery == 0 && cancellationToken.IsCancellationRequested)
                return false;
            if (part.Number % divisor == 0)
                return true;
        }
        return false;
    }

    private static long Root(long number)
    {
        // The square root of a double may be off by one for numbers this large.
        var root = Math.Min((long)Math.Sqrt(number), 3037000499);
        while (root * root > number)
            root--;
        while (root < 3037000499 && (root + 1) * (root + 1) <= number)
            root++;
        return root;
    }
}
