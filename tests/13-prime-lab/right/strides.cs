// right: each worker tries every n-th candidate; the loop divides instead of knowing the root
using Katas.Harness.Executors;

namespace Katas.PrimeLab;

public static class Primes
{
    public static bool IsPrime(long number, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (number < 4 || number % 2 == 0)
            return number is 2 or 3;
        return !HasDivisor(new Stride(number, 3, 2), cancellationToken);
    }

    public static async Task<bool[]> Run(
        IExecutor executor,
        IReadOnlyList<long> numbers,
        CancellationToken cancellationToken = default
    )
    {
        return await Task.WhenAll(
            numbers.Select(number => executor.Submit(IsPrime, number, cancellationToken))
        );
    }

    public static async Task<bool> IsPrimeSplit(
        long number,
        IExecutor pool,
        CancellationToken cancellationToken = default
    )
    {
        if (number < 4 || number % 2 == 0)
            return number is 2 or 3;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var searches = Enumerable
            .Range(0, pool.Workers)
            .Select(i => new Stride(number, 3 + 2 * i, 2 * pool.Workers))
            .Select(stride => pool.Submit(HasDivisor, stride, stop.Token))
            .ToList();
        try
        {
            while (searches.Count > 0)
            {
                var next = await Task.WhenAny(searches);
                searches.Remove(next);
                if (await next)
                    return false;
            }
            return true;
        }
        finally
        {
            await stop.CancelAsync();
            // Nobody is left at work on this number.
            Task all = Task.WhenAll(searches);
            await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static bool HasDivisor(Stride stride, CancellationToken cancellationToken)
    {
        var turns = 0;
        for (var divisor = stride.First; ; divisor += stride.Step)
        {
            var (quotient, remainder) = Math.DivRem(stride.Number, divisor);
            if (quotient < divisor)
                return false;
            if (remainder == 0)
                return true;
            if (++turns % 20_000 == 0)
                cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private sealed record Stride(long Number, long First, long Step);
}
