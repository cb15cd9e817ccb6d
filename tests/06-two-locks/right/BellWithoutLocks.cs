// right: an array is exchanged as a whole, or not at all
namespace Katas.TwoLocks;

public sealed class OrderBell
{
    private Action[] _callbacks = [];

    public void Subscribe(Action callback)
    {
        while (true)
        {
            var seen = Volatile.Read(ref _callbacks);
            if (Interlocked.CompareExchange(ref _callbacks, [.. seen, callback], seen) == seen)
                return;
        }
    }

    public void Notify()
    {
        foreach (var callback in Volatile.Read(ref _callbacks))
            callback();
    }
}
