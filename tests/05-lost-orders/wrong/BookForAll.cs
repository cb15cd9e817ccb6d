// wrong: all books count in the same static fields
// fails: Each_book_counts_for_itself
// says: "(both totals)"

namespace Katas.LostOrders;

public sealed class OrderBook
{
    private static readonly Lock Gate = new();
    private static int s_orders;
    private static int s_bowls;

    public OrderBook()
    {
        s_orders = 0;
        s_bowls = 0;
    }

    public void Add(int bowls)
    {
        lock (Gate)
        {
            s_orders++;
            s_bowls += bowls;
        }
    }

    public OrderTotal Total()
    {
        lock (Gate)
            return new(s_orders, s_bowls);
    }
}
