// wrong: two threads add to one list at once, and nothing keeps them apart
// fails: No_subscription_is_lost, Subscribing_and_ringing_at_the_same_time_is_safe, Others_can_subscribe_while_the_bell_rings, Who_subscribes_while_the_bell_rings_hears_the_next_ring
// says: "a List is not made for that"
namespace Katas.TwoLocks;

public sealed class OrderBell
{
    private readonly List<Action> _callbacks = [];

    public void Subscribe(Action callback) => _callbacks.Add(callback);

    public void Notify()
    {
        var callbacks = _callbacks.ToArray();
        foreach (var callback in callbacks)
            callback();
    }
}
