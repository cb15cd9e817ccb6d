// wrong: two rings share the list of those to call
// fails: Others_can_ring_while_the_bell_rings
// says: "ends in a data race"

namespace Katas.TwoLocks;

public sealed class OrderBell
{
    private readonly Lock _gate = new();
    private readonly List<Action> _callbacks = [];
    private readonly List<Action> _copy = [];

    public void Subscribe(Action callback)
    {
        lock (_gate)
            _callbacks.Add(callback);
    }

    public void Notify()
    {
        lock (_gate)
        {
            _copy.Clear();
            _copy.AddRange(_callbacks);
        }
        for (var i = 0; i < _copy.Count; i++)
            _copy[i]();
    }
}
