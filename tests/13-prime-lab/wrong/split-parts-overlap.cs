// wrong: each part begins elsewhere, and all of them search every odd number from there on
// fails: Each_divisor_is_in_one_part_only, The_parts_of_the_largest_prime_end_with_its_root
// says: "Look at the step"
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
    ) => executor.Map(IsPrime, numbers, cancellationToken: cancellationToken);

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
            var searches = Split(number, pool.Workers)
                .Select(part => pool.Submit(HasDivisor, part, found.Token));
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
            yield return new Divisors(number, 3 + 2 * i, root, Step: 2);
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

    private static long Root(long number) => (long)Math.Sqrt(number);

    private sealed record Divisors(long Number, long First, long Last, long Step);
}
