// wrong: calls strangers while it holds the lock
// fails: Others_can_subscribe_while_the_bell_rings, Others_can_ring_while_the_bell_rings
// says: "waits to lock"
namespace Katas.TwoLocks;

public sealed class OrderBell
{
    private readonly Lock _gate = new();
    private readonly List<Action> _callbacks = [];

    public void Subscribe(Action callback)
    {
        lock (_gate)
            _callbacks.Add(callback);
    }

    public void Notify()
    {
        lock (_gate)
        {
            foreach (var callback in _callbacks.ToArray())
                callback();
        }
    }
}
