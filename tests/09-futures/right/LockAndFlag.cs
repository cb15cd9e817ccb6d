// right: a lock decides who is first
namespace Katas.Futures;

public sealed class Promise<T>
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<T> _source = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private bool _decided;

    public Task<T> Task => _source.Task;

    public void Set(T value)
    {
        Decide();
        _source.SetResult(value);
    }

    public void Fail(Exception exception)
    {
        Decide();
        _source.SetException(exception);
    }

    public bool Cancel()
    {
        lock (_gate)
        {
            if (_decided)
                return false;
            _decided = true;
        }
        _source.SetCanceled();
        return true;
    }

    private void Decide()
    {
        lock (_gate)
        {
            if (_decided)
                throw new InvalidOperationException("Too late.");
            _decided = true;
        }
    }
}
