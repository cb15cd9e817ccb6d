// wrong: counts the coins before the locks are taken, so they may be spent twice
// fails: Coins_are_spent_once, Whoever_holds_the_account_has_the_coins_in_hand
// says: "exactly one of the two should have been refused"
namespace Katas.TwoLocks;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        if (from.Balance < amount)
            throw new InvalidOperationException("There are not enough coins.");
        var (first, second) = from.Number < to.Number ? (from, to) : (to, from);
        lock (first.Gate)
            lock (second.Gate)
            {
                from.Balance -= amount;
                to.Balance += amount;
            }
    }

    public static bool TryTransfer(Account from, Account to, int amount, TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        if (!from.Gate.TryEnter(timeout))
            return false;
        try
        {
            if (!to.Gate.TryEnter(timeout))
                return false;
            try
            {
                if (from.Balance < amount)
                    return false;
                // Only now, with both locks in hand, does anything change.
                from.Balance -= amount;
                to.Balance += amount;
                return true;
            }
            finally
            {
                to.Gate.Exit();
            }
        }
        finally
        {
            from.Gate.Exit();
        }
    }
}
