namespace Katas.TwoLocks;

/// <summary>The bell of the kitchen: whoever wants to know of new orders subscribes, from any thread, at any time.</summary>
public sealed class OrderBell
{
    /// <summary>Kata 4, too. From now on the callback is called whenever the bell rings.</summary>
    /// <param name="callback">What to do when it rings. It may do anything: subscribe others, ring the bell, wait for another thread.</param>
    public void Subscribe(Action callback)
    {
        // TODO: remember the callback.
        throw new NotImplementedException();
    }

    /// <summary>
    /// Kata 4. Calls every callback that is subscribed when the bell rings, in the order in which they came. While a callback runs, others can
    /// subscribe and ring.
    /// </summary>
    public void Notify()
    {
        // TODO: call everybody who has subscribed.
        throw new NotImplementedException();
    }
}
