// wrong: small and large orders have a lock each, so a total mixes two moments
// fails: A_total_is_that_of_one_moment, A_total_is_that_of_one_moment_whoever_writes
// says: "An order of 2 bowls was written down, and after it one of 5"

namespace Katas.LostOrders;

public sealed class OrderBook
{
    private readonly Lock _small = new();
    private readonly Lock _large = new();
    private OrderTotal _smallOnes = new(0, 0);
    private OrderTotal _largeOnes = new(0, 0);

    public void Add(int bowls)
    {
        if (bowls < 3)
        {
            lock (_small)
                _smallOnes = new(_smallOnes.Orders + 1, _smallOnes.Bowls + bowls);
        }
        else
        {
            lock (_large)
                _largeOnes = new(_largeOnes.Orders + 1, _largeOnes.Bowls + bowls);
        }
    }

    public OrderTotal Total()
    {
        OrderTotal small,
            large;
        lock (_small)
            small = _smallOnes;
        lock (_large)
            large = _largeOnes;
        return new(small.Orders + large.Orders, small.Bowls + large.Bowls);
    }
}
