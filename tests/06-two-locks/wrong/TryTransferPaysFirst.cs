// wrong: the coins are taken before the other lock is there, and are gone when it does not come
// fails: Transfers_in_both_directions_end_and_lose_no_coin, Who_cannot_have_the_account_that_is_paid_gives_up_and_changes_nothing, Both_accounts_are_locked_while_coins_are_on_the_way, Who_cannot_have_the_account_with_the_larger_number_gives_up_and_says_so
// says: "changed nothing"
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
            from.Balance -= amount;
            if (!to.Gate.TryEnter(timeout))
                return false;
            to.Balance += amount;
            to.Gate.Exit();
            return true;
        }
        finally
        {
            from.Gate.Exit();
        }
    }
}
