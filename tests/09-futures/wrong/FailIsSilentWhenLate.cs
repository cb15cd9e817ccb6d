// wrong: a failure that comes second is dropped, and nobody learns of it
// fails: What_was_decided_first_stays, A_promise_that_was_called_off_cannot_be_kept
// says: "Expected"
namespace Katas.Futures;

public sealed class Promise<T>
{
    // Whoever keeps the promise must not end up doing what the guests do next.
    private readonly TaskCompletionSource<T> _source = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    public Task<T> Task => _source.Task;

    public void Set(T value)
    {
        // Try, and say so: when two set at the same time, one wins, and the other gets an exception.
        if (!_source.TrySetResult(value))
            throw AlreadyDecided();
    }

    public void Fail(Exception exception)
    {
        _source.TrySetException(exception);
    }

    public bool Cancel() => _source.TrySetCanceled();

    private static InvalidOperationException AlreadyDecided() =>
        new("The promise has already been decided.");
}
