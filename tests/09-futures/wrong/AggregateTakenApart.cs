// wrong: an AggregateException is taken apart
// fails: Any_type_of_exception_is_handed_over_as_it_is
// says: "is not taken apart"
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
        var isKept = exception is AggregateException several
            ? _source.TrySetException(several.InnerExceptions)
            : _source.TrySetException(exception);
        if (!isKept)
            throw AlreadyDecided();
    }

    public bool Cancel() => _source.TrySetCanceled();

    private static InvalidOperationException AlreadyDecided() =>
        new("The promise has already been decided.");
}
