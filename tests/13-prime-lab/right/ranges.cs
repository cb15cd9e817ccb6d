// right: contiguous ranges of candidates, whose bounds are computed without overflow
using Katas.Harness.Executors;

namespace Katas.PrimeLab;

public static class Primes
{
    public static bool IsPrime(long number, CancellationToken cancellationToken = default)
    {
        if (number < 2)
            return false;
        return FindDivisor(number, 0, 1, cancellationToken) == 0;
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
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var jobs = new List<Task<bool>>();
        try
        {
            for (var part = 0; part < pool.Workers; part++)
                jobs.Add(pool.Submit(SearchPart, new Part(number, part, pool.Workers), stop.Token));
            var left = new List<Task<bool>>(jobs);
            while (left.Count > 0)
            {
                var done = await Task.WhenAny(left);
                left.Remove(done);
                if (await done)
                    return false;
            }
            return true;
        }
        finally
        {
            await stop.CancelAsync();
            foreach (var job in jobs)
                _ = job.ContinueWith(j => j.Exception, TaskScheduler.Default);
        }
    }

    private static bool SearchPart(Part part, CancellationToken cancellationToken) =>
        Range(part, cancellationToken);

    private static bool Range(Part part, CancellationToken cancellationToken)
    {
        if (part.Number % 2 == 0)
            return part.Number != 2;
        var root = (long)Math.Sqrt(part.Number);
        while ((Int128)root * root > part.Number)
            root--;
        while ((Int128)(root + 1) * (root + 1) <= part.Number)
            root++;
        var odd = (root - 1) / 2;
        var end = (long)((Int128)odd * (part.Index + 1) / part.Count);
        for (var i = (long)((Int128)odd * part.Index / part.Count); i < end; i++)
        {
            if (i % 4096 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (part.Number % (3 + 2 * i) == 0)
                return true;
        }
        return false;
    }

    private static long FindDivisor(
        long number,
        int index,
        int count,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (number % 2 == 0)
            return number == 2 ? 0 : 2;
        var looks = 0;
        for (var divisor = 3L + 2L * index; divisor <= number / divisor; divisor += 2L * count)
        {
            if (++looks % 4096 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (number % divisor == 0)
                return divisor;
        }
        return 0;
    }
}

public sealed record Part(long Number, int Index, int Count);
