// wrong: takes first and gives back what was too much, so that others are turned away meanwhile
// fails: There_is_never_less_than_nothing, Who_gets_nothing_leaves_everything_for_the_others
// says: "adds to _left = -1"
namespace Katas.LostOrders;

public sealed class Stock(int portions)
{
    private int _left = portions;

    public int Left => Volatile.Read(ref _left);

    public bool TryTake(int portions)
    {
        if (Interlocked.Add(ref _left, -portions) >= 0)
            return true;
        Interlocked.Add(ref _left, portions);
        return false;
    }
}
