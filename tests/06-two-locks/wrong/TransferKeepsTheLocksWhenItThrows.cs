// wrong: an exception goes past the lines that give the locks back
// fails: Who_has_too_little_keeps_it_and_locks_nobody_out, Whatever_is_thrown_nothing_stays_locked
// says: "waits to lock"
namespace Katas.TwoLocks;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        var (first, second) = from.Number < to.Number ? (from, to) : (to, from);
        first.Gate.Enter();
        second.Gate.Enter();
        if (from.Balance < amount)
            throw new InvalidOperationException("There are not enough coins.");
        from.Balance -= amount;
        to.Balance += amount;
        second.Gate.Exit();
        first.Gate.Exit();
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
