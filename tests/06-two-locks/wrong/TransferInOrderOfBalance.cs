// wrong: accounts with the same balance have no order, and a balance changes
// fails: Transfers_in_a_ring_do_not_block_each_other, Transfers_in_both_directions_do_not_block_each_other, Whoever_has_more_changes_nothing_about_the_order
// says: "ends in a deadlock"

namespace Katas.TwoLocks;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        var (first, second) = InOrder(from, to);
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
        var (first, second) = InOrder(from, to);
        if (!first.Gate.TryEnter(timeout))
            return false;
        try
        {
            if (!second.Gate.TryEnter(timeout))
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
                second.Gate.Exit();
            }
        }
        finally
        {
            first.Gate.Exit();
        }
    }

    private static (Account First, Account Second) InOrder(Account from, Account to) =>
        from.Balance < to.Balance ? (from, to) : (to, from);
}
