using Katas.Harness.Timing;

namespace Katas.BorrowedPools.Timing;

/// <summary>Chapter 10's counting, with one worker and with several.</summary>
public sealed class CountingPrimes : IWorkload
{
    private const int Numbers = 1_000_000;

    public string Title => "primes below a million, counted";

    public Variant Baseline => Count("one worker", 1);

    public IEnumerable<Variant> Variants(int workers) =>
        [Count("the pool", workers) with { DividesJobs = true }];

    private static Variant Count(string name, int degree) =>
        Variant.Of(
            name,
            degree,
            token =>
            {
                token.ThrowIfCancellationRequested();
                return Task.FromResult<object>(
                    Counting.CountPrimes(0, Numbers, degree, Primes.IsPrime)
                );
            }
        );
}
