// wrong: the list grows while it is gone through
// fails: A_callback_may_subscribe_another, Others_can_subscribe_while_the_bell_rings, Subscribing_and_ringing_at_the_same_time_is_safe, Who_subscribes_while_the_bell_rings_hears_the_next_ring, Who_subscribes_while_the_bell_rings_hears_a_ring_within_that_ring
// says: "Collection was modified"
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
        foreach (var callback in _callbacks)
            callback();
    }
}
