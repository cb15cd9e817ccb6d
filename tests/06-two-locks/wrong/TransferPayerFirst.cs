// wrong: each locks its payer first, so two in opposite directions wait for each other
// fails: Who_has_too_little_keeps_it_and_locks_nobody_out, Transfers_in_both_directions_do_not_block_each_other, Transfers_in_a_ring_do_not_block_each_other, Whoever_has_more_changes_nothing_about_the_order
// says: "wait for each other"
namespace Katas.TwoLocks;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        lock (from.Gate)
        {
            lock (to.Gate)
            {
                if (from.Balance < amount)
                    throw new InvalidOperationException("There are not enough coins.");
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
