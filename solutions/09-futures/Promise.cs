namespace Katas.Futures;

/// <summary>
/// The cook's end of a value that is not there yet. The guest holds <see cref="Task"/>; the cook keeps the promise once, in one of three ways:
/// with a value, with an exception, or by calling it off.
/// </summary>
/// <typeparam name="T">What is promised.</typeparam>
public sealed class Promise<T>
{
    // Whoever keeps the promise must not end up doing what the guests do next.
    private readonly TaskCompletionSource<T> _source = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>The guest's end: the same task every time.</summary>
    public Task<T> Task => _source.Task;

    /// <summary>
    /// Kata 1. Keeps the promise with a value.
    /// </summary>
    /// <remarks>
    /// Comes back without having run what the guests do next, however long that takes. A promise is kept once: what has been decided stays.
    /// </remarks>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">The promise has already been kept, or called off. It stays as it was.</exception>
    public void Set(T value)
    {
        // Try, and say so: when two set at the same time, one wins, and the other gets an exception.
        if (!_source.TrySetResult(value))
            throw AlreadyDecided();
    }

    /// <summary>
    /// Kata 2. Keeps the promise with an exception: whoever awaits the task sees it thrown, the very same object.
    /// </summary>
    /// <param name="exception">The exception.</param>
    /// <exception cref="InvalidOperationException">The promise has already been kept, or called off. It stays as it was.</exception>
    public void Fail(Exception exception)
    {
        if (!_source.TrySetException(exception))
            throw AlreadyDecided();
    }

    /// <summary>
    /// Kata 3. Calls the promise off, unless it is too late. Unlike <see cref="Set"/> this is a request, which may lose a race: so it
    /// answers, and does not throw.
    /// </summary>
    /// <returns>Whether this call has called it off; <see langword="false"/> when the promise had already been decided in any way.</returns>
    public bool Cancel() => _source.TrySetCanceled();

    private static InvalidOperationException AlreadyDecided() =>
        new("The promise has already been decided.");
}
