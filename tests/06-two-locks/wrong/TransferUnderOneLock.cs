// wrong: one lock for the whole bank: correct, and nobody can overlap with anybody
// fails: Transfers_without_a_common_account_overlap, A_transfer_that_waits_for_its_account_holds_up_nobody_else
// says: "the other transfer to be under way"
namespace Katas.TwoLocks;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        var (first, second) = from.Number < to.Number ? (from, to) : (to, from);
        lock (typeof(Bank))
            lock (first.Gate)
                lock (second.Gate)
                {
                    if (from.Balance < amount)
                        throw new InvalidOperationException("There are not enough coins.");
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
