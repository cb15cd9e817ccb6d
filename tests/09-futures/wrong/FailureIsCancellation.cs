// wrong: a failure is told as if somebody had called the promise off
// fails: Whoever_waits_sees_the_very_exception, A_promise_that_has_failed_is_faulted_not_cancelled, What_was_decided_first_stays, It_is_too_late_once_the_promise_has_failed
// may fail: Any_type_of_exception_is_handed_over_as_it_is
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
        if (!_source.TrySetCanceled())
            throw AlreadyDecided();
    }

    public bool Cancel() => _source.TrySetCanceled();

    private static InvalidOperationException AlreadyDecided() =>
        new("The promise has already been decided.");
}
