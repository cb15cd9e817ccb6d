// wrong: one lock for all guests is held while a guest waits for a chopstick
// fails: Who_waits_for_a_chopstick_is_in_nobodys_way
// says: "the guest at the other side to eat"
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
    private static readonly Lock Taking = new();

    public static void Dine(Chopstick left, Chopstick right, Action eat)
    {
        // All guests but one take their left one first; the one between the last and the first chopstick takes the right one, and breaks the circle.
        var (first, second) = left.Place < right.Place ? (left, right) : (right, left);
        Taking.Enter();
        first.Gate.Enter();
        second.Gate.Enter();
        Taking.Exit();
        try
        {
            eat();
        }
        finally
        {
            second.Gate.Exit();
            first.Gate.Exit();
        }
    }
}
