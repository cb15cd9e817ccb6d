// wrong: all take the left chopstick, and all wait for the right one
// fails: Everybody_eats_once, Neighbours_do_not_eat_at_the_same_time, Who_chokes_lays_the_chopsticks_down, Everybody_eats_whatever_the_places_are_called
// says: "wait for each other"
namespace Katas.TwoLocks;

public static class Table
{
    public static void Dine(Chopstick left, Chopstick right, Action eat)
    {
        lock (left.Gate)
            lock (right.Gate)
                eat();
    }
}
