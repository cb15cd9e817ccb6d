// right: takes the second lock only if it is free, else gives the first one back
namespace Katas.TwoLocks;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        while (true)
        {
            lock (from.Gate)
            {
                if (to.Gate.TryEnter())
                {
                    try
                    {
                        if (from.Balance < amount)
                            throw new InvalidOperationException("There are not enough coins.");
                        from.Balance -= amount;
                        to.Balance += amount;
                        return;
                    }
                    finally
                    {
                        to.Gate.Exit();
                    }
                }
            }
            Thread.Yield();
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
