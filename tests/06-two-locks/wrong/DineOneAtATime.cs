// wrong: one guest at a time at the whole table
// fails: Guests_who_are_no_neighbours_eat_at_the_same_time, Who_waits_for_a_chopstick_is_in_nobodys_way, Who_eats_holds_the_gates_of_both_chopsticks
// says: "the guest at the other side"
namespace Katas.TwoLocks;

public static class Table
{
    private static readonly Lock Everything = new();

    public static void Dine(Chopstick left, Chopstick right, Action eat)
    {
        lock (Everything)
            eat();
    }
}
