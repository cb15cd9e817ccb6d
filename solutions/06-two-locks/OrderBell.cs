namespace Katas.TwoLocks;

/// <summary>The bell of the kitchen: whoever wants to know of new orders subscribes, from any thread, at any time.</summary>
public sealed class OrderBell
{
    private readonly Lock _gate = new();
    private readonly List<Action> _callbacks = [];

    /// <summary>Kata 4, too. From now on the callback is called whenever the bell rings.</summary>
    /// <param name="callback">What to do when it rings. It may do anything: subscribe others, ring the bell, wait for another thread.</param>
    public void Subscribe(Action callback)
    {
        lock (_gate)
            _callbacks.Add(callback);
    }

    /// <summary>
    /// Kata 4. Calls every callback that is subscribed when the bell rings, in the order in which they came. While a callback runs, others can
    /// subscribe and ring.
    /// </summary>
    public void Notify()
    {
        Action[] callbacks;
        lock (_gate)
            callbacks = [.. _callbacks];

        // Nobody knows what a callback does, so no lock is held while it does it.
        foreach (var callback in callbacks)
            callback();
    }
}
