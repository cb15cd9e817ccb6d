// right: takes only if nobody took meanwhile, or tries again
namespace Katas.LostOrders;

public sealed class Stock(int portions)
{
    private int _left = portions;

    public int Left => Volatile.Read(ref _left);

    public bool TryTake(int portions)
    {
        while (true)
        {
            var seen = Volatile.Read(ref _left);
            if (seen < portions)
                return false;
            if (Interlocked.CompareExchange(ref _left, seen - portions, seen) == seen)
                return true;
        }
    }
}
