// attack: reads and writes through spans, in which the explorer sees no step
// chapter: 05-lost-orders
// expect: NotAllowed System.Span
namespace Katas.LostOrders;

public sealed class OrderBook
{
    private readonly int[] _state = new int[2];

    public void Add(int bowls)
    {
        var state = _state.AsSpan();
        // Read, add, write back, and nobody who watches arrays sees it.
        var seen = state.ToArray();
        var (orders, all) = (seen[0] + 1, seen[1] + bowls);
        state[..1].Fill(orders);
        state[1..].Fill(all);
    }

    public OrderTotal Total()
    {
        var seen = _state.AsSpan().ToArray();
        return new(seen[0], seen[1]);
    }
}
