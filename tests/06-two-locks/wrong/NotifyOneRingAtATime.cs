// wrong: a ring that comes while the bell rings is not heard
// fails: A_callback_may_ring_again, Others_can_ring_while_the_bell_rings, Who_subscribes_while_the_bell_rings_hears_a_ring_within_that_ring
// says: "The chef rang again while the bell rang, so both should have been call"

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

    private bool _isRinging;

    public void Notify()
    {
        lock (_gate)
        {
            if (_isRinging)
                return;
            _isRinging = true;
        }
        Action[] callbacks;
        lock (_gate)
            callbacks = [.. _callbacks];
        foreach (var callback in callbacks)
            callback();
        lock (_gate)
            _isRinging = false;
    }
}
