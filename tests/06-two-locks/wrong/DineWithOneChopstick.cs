// wrong: eats with the left one alone
// fails: Neighbours_do_not_eat_at_the_same_time, A_chopstick_is_held_by_one_as_long_as_they_eat, Who_eats_holds_the_gates_of_both_chopsticks
// says: "with the same chopstick"
namespace Katas.TwoLocks;

public static class Table
{
    public static void Dine(Chopstick left, Chopstick right, Action eat)
    {
        lock (left.Gate)
            eat();
    }
}
