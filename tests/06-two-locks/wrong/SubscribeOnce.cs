// wrong: a callback is kept once however often it subscribes
// fails: A_callback_that_subscribes_twice_is_called_twice
// says: "The same callback subscribed twice, and each subscription counts"

namespace Katas.TwoLocks;

public sealed class OrderBell
{
    private readonly Lock _gate = new();
    private readonly HashSet<Action> _callbacks = [];

    public void Subscribe(Action callback)
    {
        lock (_gate)
            _callbacks.Add(callback);
    }

    public void Notify()
    {
        Action[] callbacks;
        lock (_gate)
            callbacks = [.. _callbacks];
        foreach (var callback in callbacks)
            callback();
    }
}
