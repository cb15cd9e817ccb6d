// right: any order will do as long as it is everybody's
namespace Katas.TwoLocks;

public static class Table
{
    public static void Dine(Chopstick left, Chopstick right, Action eat)
    {
        var (first, second) = left.Place > right.Place ? (left, right) : (right, left);
        lock (first.Gate)
        {
            lock (second.Gate)
                eat();
        }
    }
}
