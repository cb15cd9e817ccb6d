// wrong: whoever waits for an account holds a lock that all need
// fails: A_transfer_that_waits_for_its_account_holds_up_nobody_else
// says: "ends in a deadlock"

namespace Katas.TwoLocks;

public static class Bank
{
    private static readonly Lock Arbiter = new();

    public static void Transfer(Account from, Account to, int amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        var (first, second) = InOrder(from, to);
        lock (Arbiter)
        {
            first.Gate.Enter();
            second.Gate.Enter();
        }
        try
        {
            if (from.Balance < amount)
                throw new InvalidOperationException("There are not enough coins on the account.");
            from.Balance -= amount;
            to.Balance += amount;
        }
        finally
        {
            second.Gate.Exit();
            first.Gate.Exit();
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
        from.Number < to.Number ? (from, to) : (to, from);
}
