// wrong: the limit is doubled before it is used
// fails: The_time_limit_is_taken_as_it_is, Who_may_wait_for_long_waits
// says: "ms is one that TryEnter knows (0 to look and not to wait, and the larg"

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
        if (!first.Gate.TryEnter(timeout * 2))
            return false;
        try
        {
            if (!second.Gate.TryEnter(timeout * 2))
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
