// wrong: calls those who came last first
// fails: Everybody_is_called_in_the_order_in_which_they_subscribed, A_callback_may_ring_again
// says: "waiter"
namespace Katas.TwoLocks;

public sealed class OrderBell
{
    private readonly Lock _gate = new();
    private readonly Stack<Action> _callbacks = [];

    public void Subscribe(Action callback)
    {
        lock (_gate)
            _callbacks.Push(callback);
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
