// wrong: who subscribes while it rings is put on a waiting list until that ring is over, so a ring in between does not call them ("From now on the callback is called whenever the bell rings")
// fails: Who_subscribes_while_the_bell_rings_hears_a_ring_within_that_ring
// says: "keeps newcomers waiting"
namespace Katas.TwoLocks;

/// <summary>The bell of the kitchen: whoever wants to know of new orders subscribes, from any thread, at any time.</summary>
public sealed class OrderBell
{
    private readonly Lock _gate = new();
    private readonly List<Action> _callbacks = [];
    private readonly List<Action> _newcomers = [];
    private int _rings;

    /// <summary>Kata 4, too. From now on the callback is called whenever the bell rings.</summary>
    /// <param name="callback">What to do when it rings. It may do anything: subscribe others, ring the bell, wait for another thread.</param>
    public void Subscribe(Action callback)
    {
        lock (_gate)
        {
            // The list must not change while somebody goes through it.
            if (_rings > 0)
                _newcomers.Add(callback);
            else
                _callbacks.Add(callback);
        }
    }

    /// <summary>
    /// Kata 4. Calls every callback that is subscribed when the bell rings, in the order in which they came. While a callback runs, others can
    /// subscribe and ring.
    /// </summary>
    public void Notify()
    {
        lock (_gate)
            _rings++;
        try
        {
            foreach (var callback in _callbacks)
                callback();
        }
        finally
        {
            lock (_gate)
            {
                if (--_rings == 0)
                {
                    _callbacks.AddRange(_newcomers);
                    _newcomers.Clear();
                }
            }
        }
    }
}
