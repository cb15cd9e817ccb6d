// wrong: what the guests do next runs on the thread that sets
// fails: Setting_does_not_run_what_the_guests_do_next, Failing_does_not_run_what_the_guests_do_next
// says: "where continuations run"
namespace Katas.Futures;

public sealed class Promise<T>
{
    // Whoever keeps the promise must not end up doing what the guests do next.
    private readonly TaskCompletionSource<T> _source = new();
    public Task<T> Task => _source.Task;

    public void Set(T value)
    {
        // Try, and say so: when two set at the same time, one wins, and the other gets an exception.
        if (!_source.TrySetResult(value))
            throw AlreadyDecided();
    }

    public void Fail(Exception exception)
    {
        if (!_source.TrySetException(exception))
            throw AlreadyDecided();
    }

    public bool Cancel() => _source.TrySetCanceled();

    private static InvalidOperationException AlreadyDecided() =>
        new("The promise has already been decided.");
}
