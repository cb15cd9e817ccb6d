// wrong: guests at two odd places reach for the right one first, both of them
// fails: Everybody_eats_whatever_the_places_are_called
// says: "ends in a deadlock"

namespace Katas.TwoLocks;

public static class Table
{
    public static void Dine(Chopstick left, Chopstick right, Action eat)
    {
        var (first, second) = left.Place % 2 < right.Place % 2 ? (left, right) : (right, left);
        lock (first.Gate)
        {
            lock (second.Gate)
                eat();
        }
    }
}
