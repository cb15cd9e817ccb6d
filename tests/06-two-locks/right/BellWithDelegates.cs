// right: a delegate never changes; only the field does, under a lock
namespace Katas.TwoLocks;

public sealed class OrderBell
{
    private readonly Lock _gate = new();
    private Action? _all;

    public void Subscribe(Action callback)
    {
        lock (_gate)
            _all += callback;
    }

    public void Notify()
    {
        Action? all;
        lock (_gate)
            all = _all;
        all?.Invoke();
    }
}
