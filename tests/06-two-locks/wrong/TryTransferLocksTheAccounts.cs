// wrong: locks the accounts themselves, unlike Transfer and everybody else
// fails: A_transfer_that_may_give_up_and_one_that_waits_lose_no_coin, Both_accounts_are_locked_while_coins_are_on_the_way, Who_may_wait_for_long_waits, Who_cannot_have_the_account_with_the_larger_number_gives_up_and_says_so, Whoever_holds_the_account_has_the_coins_in_hand
// says: "was not locked"
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
        if (!Monitor.TryEnter(from, timeout))
            return false;
        try
        {
            if (!Monitor.TryEnter(to, timeout))
                return false;
            try
            {
                if (from.Balance < amount)
                    return false;
                from.Balance -= amount;
                to.Balance += amount;
                return true;
            }
            finally
            {
                Monitor.Exit(to);
            }
        }
        finally
        {
            Monitor.Exit(from);
        }
    }
}
