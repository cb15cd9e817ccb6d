// wrong: what the meal throws is thrown anew, and its trace begins here
// fails: What_the_meal_throws_reaches_the_guest_as_it_was_thrown
// says: "The stack trace does not show where the meal went wrong"

namespace Katas.TwoLocks;

public static class Table
{
    public static void Dine(Chopstick left, Chopstick right, Action eat)
    {
        var (first, second) = left.Place < right.Place ? (left, right) : (right, left);
        lock (first.Gate)
        {
            lock (second.Gate)
            {
                try
                {
                    eat();
                }
                catch (Exception e)
                {
                    throw e;
                }
            }
        }
    }
}
