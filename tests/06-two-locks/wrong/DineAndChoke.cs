// wrong: a guest who chokes keeps both chopsticks
// fails: Who_chokes_lays_the_chopsticks_down
// says: "waits to lock"
namespace Katas.TwoLocks;

public static class Table
{
    public static void Dine(Chopstick left, Chopstick right, Action eat)
    {
        var (first, second) = left.Place < right.Place ? (left, right) : (right, left);
        first.Gate.Enter();
        second.Gate.Enter();
        eat();
        second.Gate.Exit();
        first.Gate.Exit();
    }
}
