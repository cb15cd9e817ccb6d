// wrong: calling off too late is treated as a mistake
// fails: It_is_too_late_once_the_promise_was_kept, It_is_too_late_once_the_promise_has_failed, It_is_called_off_once, A_call_that_comes_with_the_value_says_which_of_the_two_was_first
// says: "InvalidOperationException"
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
        if (!_source.TrySetException(exception))
            throw AlreadyDecided();
    }

    public bool Cancel()
    {
        _source.SetCanceled();
        return true;
    }

    private static InvalidOperationException AlreadyDecided() =>
        new("The promise has already been decided.");
}
