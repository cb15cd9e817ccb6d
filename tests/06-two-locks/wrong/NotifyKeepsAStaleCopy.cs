// wrong: the copy is thrown away before the list changes, and who rings in between keeps an old one for ever
// fails: Who_subscribes_while_the_bell_rings_hears_the_next_ring
// says: "what a ring keeps for the next one"
namespace Katas.TwoLocks;

public sealed class OrderBell
{
    private readonly Lock _gate = new();
    private readonly List<Action> _callbacks = [];
    private Action[]? _copy;

    public void Subscribe(Action callback)
    {
        lock (_gate)
            _copy = null;
        lock (_gate)
            _callbacks.Add(callback);
    }

    public void Notify()
    {
        Action[] callbacks;
        lock (_gate)
            callbacks = _copy ??= [.. _callbacks];

        foreach (var callback in callbacks)
            callback();
    }
}
