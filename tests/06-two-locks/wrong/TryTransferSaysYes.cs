// wrong: gives up and says that all went well
// fails: Transfers_in_both_directions_end_and_lose_no_coin, Who_cannot_have_the_account_that_is_paid_gives_up_and_changes_nothing, Who_cannot_have_the_account_with_the_larger_number_gives_up_and_says_so, Whatever_is_thrown_nothing_stays_locked
// says: "do not fit the answers"
namespace Katas.TwoLocks;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        // Everybody takes the lower number first, whichever way the coins go: so nobody can hold a lock that another needs first.
        var (first, second) = from.Number < to.Number ? (from, to) : (to, from);
        lock (first.Gate)
        {
            lock (second.Gate)
            {
                if (from.Balance < amount)
                    throw new InvalidOperationException(
                        "There are not enough coins on the account."
                    );
                from.Balance -= amount;
                to.Balance += amount;
            }
        }
    }

    public static bool TryTransfer(Account from, Account to, int amount, TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        if (!from.Gate.TryEnter(timeout))
            return false;
        try
        {
            if (from.Balance < amount)
                return false;
            if (to.Gate.TryEnter(timeout))
            {
                from.Balance -= amount;
                to.Balance += amount;
                to.Gate.Exit();
            }
            return true;
        }
        finally
        {
            from.Gate.Exit();
        }
    }
}
