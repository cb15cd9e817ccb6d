// wrong: a second Set says nothing when it brings the same value
// fails: The_first_value_stays_and_the_second_who_sets_hears_of_it
// says: "even if both are the same"
namespace Katas.Futures;

public sealed class Promise<T>
{
    private readonly TaskCompletionSource<T> _source = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public Task<T> Task => _source.Task;

    public void Set(T value)
    {
        if (
            !_source.TrySetResult(value)
            && !(_source.Task.IsCompletedSuccessfully && Equals(_source.Task.Result, value))
        )
            throw new InvalidOperationException("The promise is decided.");
    }

    public void Fail(Exception exception)
    {
        if (!_source.TrySetException(exception))
            throw new InvalidOperationException("The promise is decided.");
    }

    public bool Cancel() => _source.TrySetCanceled();
}
