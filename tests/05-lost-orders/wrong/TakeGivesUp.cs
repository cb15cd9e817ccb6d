// wrong: a portion is tried for twice, and given up when others were faster both times
// fails: Whoever_can_be_served_is_served_however_many_ask
// says: "(who was served, and what is left)"

namespace Katas.LostOrders;

public sealed class Stock(int portions)
{
    private int _left = portions;

    public int Left => Volatile.Read(ref _left);

    public bool TryTake(int portions)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var seen = Volatile.Read(ref _left);
            if (seen < portions)
                return false;
            if (Interlocked.CompareExchange(ref _left, seen - portions, seen) == seen)
                return true;
        }
        return false;
    }
}
