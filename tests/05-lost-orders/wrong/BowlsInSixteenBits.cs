// wrong: both numbers are packed into one int, and bowls have sixteen bits of it
// fails: Large_numbers_are_counted_too
// says: "The year's book has 70,000 orders, one of them of two billion bowls"

namespace Katas.LostOrders;

public sealed class OrderBook
{
    private int _packed;

    public void Add(int bowls) => Interlocked.Add(ref _packed, (1 << 16) + bowls);

    public OrderTotal Total()
    {
        var packed = Volatile.Read(ref _packed);
        return new((packed >> 16) & 0xFFFF, packed & 0xFFFF);
    }
}
