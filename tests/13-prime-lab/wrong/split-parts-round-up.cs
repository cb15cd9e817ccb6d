// wrong: the parts are rounded up, so that with many workers the last goes beyond the root and a number divides itself
// fails: Every_small_number_is_judged_as_by_one_worker
// says: "With 7 workers"
using Katas.Harness.Executors;

namespace Katas.PrimeLab;

/// <summary>The prime problem: alone, in a pool, and with every worker on one number.</summary>
public static class Primes
{
    private const int DivisorsBetweenLooks = 50_000;

    /// <summary>
    /// Kata 1. Says whether a number is prime: it is more than 1, and only 1 and itself divide it. Tries 2 and then every odd number up to
    /// the root, and no further.
    /// </summary>
    /// <remarks>Right for every <see cref="long"/>, the negative ones and <see cref="long.MaxValue"/> included.</remarks>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Asks to stop; it is looked at now and then, not before each division.</param>
    /// <returns>Whether the number is prime.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static bool IsPrime(long number, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return WithoutSearch(number)
            ?? !HasDivisor(new Divisors(number, 3, Root(number), Step: 2), cancellationToken);
    }

    /// <summary>
    /// Kata 2. Tests many numbers on an executor, one job a number, so that as many run at once as it has workers.
    /// </summary>
    /// <remarks>A job is a static method, so that workers may be processes.</remarks>
    /// <param name="executor">Who does the work.</param>
    /// <param name="numbers">The numbers; one that comes twice is answered twice.</param>
    /// <param name="cancellationToken">Cancels the jobs.</param>
    /// <returns>One answer for each number, in the order of the numbers.</returns>
    public static Task<bool[]> Run(
        IExecutor executor,
        IReadOnlyList<long> numbers,
        CancellationToken cancellationToken = default
    ) =>
        // Map keeps the order of the arguments, whichever job ends first.
        executor.Map(IsPrime, numbers, cancellationToken: cancellationToken);

    /// <summary>
    /// Kata 3. Tests one number with all workers of a pool: each searches a part of the odd numbers up to the root, at the same time. When
    /// one finds a divisor, the others are asked to stop, through the token of their job, before the answer is returned.
    /// </summary>
    /// <remarks>A job is a static method, and its argument and result can be written as JSON, so that workers may be processes.</remarks>
    /// <param name="number">The number; any <see cref="long"/>.</param>
    /// <param name="pool">Whose workers search.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>Whether the number is prime.</returns>
    public static async Task<bool> IsPrimeSplit(
        long number,
        IExecutor pool,
        CancellationToken cancellationToken = default
    )
    {
        if (WithoutSearch(number) is { } known)
            return known;

        using var found = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            // Inside the try: the pool may take the first parts and refuse the next.
            var searches = Split(number, pool.Workers)
                .Select(part => pool.Submit(HasDivisor, part, found.Token));
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

    /// <summary>What is plain at once: nothing below 2 is prime, and of the even numbers only 2.</summary>
    private static bool? WithoutSearch(long number) =>
        number switch
        {
            < 2 => false,
            2 => true,
            _ when number % 2 == 0 => false,
            _ => null,
        };

    /// <summary>Cuts the odd candidates into ranges of one length.</summary>
    private static IEnumerable<Divisors> Split(long number, int parts)
    {
        var candidates = (Root(number) - 1) / 2;
        // Rounded up, so that none is left over.
        var length = (candidates + parts - 1) / parts;
        for (var i = 0; i < parts; i++)
        {
            var first = 3 + 2 * length * i;
            yield return new Divisors(number, first, first + 2 * (length - 1), Step: 2);
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

    /// <summary>
    /// The root, rounded down. A double has 53 bits, a long 63: of the largest numbers it may be one too many, which costs a division. It is
    /// never one too few: of a square the root is exact.
    /// </summary>
    private static long Root(long number) => (long)Math.Sqrt(number);

    /// <summary>Numbers to try on a number: the first, and then in equal steps up to the last.</summary>
    private sealed record Divisors(long Number, long First, long Last, long Step);
}
