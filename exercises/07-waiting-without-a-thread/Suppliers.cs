namespace Katas.WaitingWithoutAThread;

/// <summary>Several ways to get one thing, and the first that works.</summary>
public static class Suppliers
{
    /// <summary>Kata 3. Starts all attempts at once, and gives back the result of the first that succeeds.</summary>
    /// <remarks>
    /// Each begins on the calling thread: to ask takes no other. An attempt that fails, even one that throws before it gives back a task or
    /// is cancelled by somebody else, leaves it to the others. As soon as one has succeeded, the others are told to stop through their
    /// token, and are not waited for.
    /// </remarks>
    /// <typeparam name="T">What an attempt brings.</typeparam>
    /// <param name="attempts">The attempts; at least one.</param>
    /// <param name="cancellationToken">
    /// Gives up: the attempts are told through their token, and the task is cancelled at once, whether they listen or not.
    /// </param>
    /// <returns>The result of the first attempt to succeed.</returns>
    /// <exception cref="ArgumentException">There is no attempt.</exception>
    /// <exception cref="AggregateException">All attempts failed; it holds the exception of each, in the order of the attempts.</exception>
    public static Task<T> FirstSuccessAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> attempts,
        CancellationToken cancellationToken
    )
    {
        // TODO: ask all, take the first that has something, and tell the rest.
        throw new NotImplementedException();
    }
}
