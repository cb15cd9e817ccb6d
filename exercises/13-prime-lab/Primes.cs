using Katas.Harness.Executors;

namespace Katas.PrimeLab;

/// <summary>The prime problem: alone, in a pool, and with every worker on one number.</summary>
public static class Primes
{
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
        // TODO: say whether the number is prime.
        throw new NotImplementedException();
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
    )
    {
        // TODO: let the executor test every number.
        throw new NotImplementedException();
    }

    /// <summary>
    /// Kata 3. Tests one number with all workers of a pool: each searches a part of the odd numbers up to the root, at the same time. When
    /// one finds a divisor, the others are asked to stop, through the token of their job, before the answer is returned.
    /// </summary>
    /// <remarks>A job is a static method, and its argument and result can be written as JSON, so that workers may be processes.</remarks>
    /// <param name="number">The number; any <see cref="long"/>.</param>
    /// <param name="pool">Whose workers search.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>Whether the number is prime.</returns>
    public static Task<bool> IsPrimeSplit(
        long number,
        IExecutor pool,
        CancellationToken cancellationToken = default
    )
    {
        // TODO: let every worker of the pool search a part.
        throw new NotImplementedException();
    }
}
