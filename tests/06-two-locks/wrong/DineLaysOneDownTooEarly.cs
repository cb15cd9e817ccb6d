// wrong: the second chopstick is taken and laid down before the meal
// fails: A_chopstick_is_held_by_one_as_long_as_they_eat, Who_eats_holds_the_gates_of_both_chopsticks
// says: "Look at when each of the two chopsticks is laid down"
namespace Katas.TwoLocks;

public static class Table
{
    public static void Dine(Chopstick left, Chopstick right, Action eat)
    {
        var (first, second) = left.Place < right.Place ? (left, right) : (right, left);
        lock (first.Gate)
        {
            lock (second.Gate) { }
            eat();
        }
    }
}
