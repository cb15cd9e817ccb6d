// wrong: a delegate is exchanged in two steps
// fails: No_subscription_is_lost
// says: "did not reach both"
namespace Katas.TwoLocks;

public sealed class OrderBell
{
    private Action? _all;

    public void Subscribe(Action callback)
    {
        _all = _all + callback;
    }

    public void Notify()
    {
        _all?.Invoke();
    }
}
