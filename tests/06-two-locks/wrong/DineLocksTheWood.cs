// wrong: the chopsticks themselves are locked instead of their gates
// fails: Who_eats_holds_the_gates_of_both_chopsticks
// says: "so no other lock will do"

namespace Katas.TwoLocks;

/// <summary>The round table: between each two guests lies one chopstick, and a guest needs two to eat.</summary>
public static class Table
{
    /// <summary>
    /// Kata 3. Takes both chopsticks, eats, and puts them down again, whatever happens. Every guest at the table calls this with the chopstick at
    /// the left and the one at the right, and nobody may starve: not even when all reach for a chopstick at the same moment. Guests who share no
    /// chopstick can eat at the same time. What the meal throws reaches the caller.
    /// </summary>
    /// <param name="left">The chopstick at the guest's left.</param>
    /// <param name="right">The chopstick at the guest's right.</param>
    /// <param name="eat">What is done with both in hand.</param>
    public static void Dine(Chopstick left, Chopstick right, Action eat)
    {
        // All guests but one take their left one first; the one between the last and the first chopstick takes the right one, and breaks the circle.
        var (first, second) = left.Place < right.Place ? (left, right) : (right, left);
        lock (first)
        {
            lock (second)
                eat();
        }
    }
}
