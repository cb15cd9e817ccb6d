// attack: says that it is equal to whatever a test expects
// chapter: 05-lost-orders
// expect: NotAllowed a Equals of its own in OrderTotal
namespace Katas.LostOrders;

public sealed record OrderTotal(int Orders, int Bowls)
{
    public bool Equals(OrderTotal? other) => true;

    public override int GetHashCode() => 0;
}
