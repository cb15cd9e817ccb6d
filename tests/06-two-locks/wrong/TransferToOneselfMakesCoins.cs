// wrong: both balances are read before either is written
// fails: A_transfer_to_oneself_changes_nothing
// says: "paid 4 to itself"
namespace Katas.TwoLocks;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        var (first, second) = from.Number < to.Number ? (from, to) : (to, from);
        lock (first.Gate)
            lock (second.Gate)
            {
                var (pays, paid) = (from.Balance, to.Balance);
                if (pays < amount)
                    throw new InvalidOperationException("There are not enough coins.");
                from.Balance = pays - amount;
                to.Balance = paid + amount;
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
