// wrong: calling off fails the task instead of cancelling it
// fails: Whoever_waits_sees_that_it_was_called_off, A_promise_that_was_called_off_cannot_be_kept, A_call_that_comes_with_the_value_says_which_of_the_two_was_first
// says: "not the same as failed"
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

    public bool Cancel() => _source.TrySetException(new OperationCanceledException());

    private static InvalidOperationException AlreadyDecided() =>
        new("The promise has already been decided.");
}
