// wrong: the root is computed as a float, which has 24 bits, so that of the squares of larger primes it is too small
// fails: The_square_of_a_prime_is_not, Large_numbers_are_judged_rightly, The_root_may_be_larger_than_an_int
// says: "whether it is computed exactly"
using Katas.Harness.Executors;

namespace Katas.PrimeLab;

public static class Primes
{
    private const int DivisorsBetweenLooks = 50_000;

    public static bool IsPrime(long number, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return WithoutSearch(number)
            ?? !HasDivisor(new Divisors(number, 3, Root(number), Step: 2), cancellationToken);
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

    private static bool? WithoutSearch(long number) =>
        number switch
        {
            < 2 => false,
            2 => true,
            _ when number % 2 == 0 => false,
            _ => null,
        };

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

    private static long Root(long number) => (long)MathF.Sqrt(number);

    private sealed record Divisors(long Number, long First, long Last, long Step);
}
