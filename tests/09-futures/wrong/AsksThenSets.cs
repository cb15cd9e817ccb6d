// wrong: whether the promise is decided is asked first, and another may decide it in between
// fails: Of_two_who_set_at_the_same_time_exactly_one_wins
// says: "look at what lies between asking and setting"
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
        if (_source.Task.IsCompleted)
            throw AlreadyDecided();
        _source.TrySetResult(value);
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
