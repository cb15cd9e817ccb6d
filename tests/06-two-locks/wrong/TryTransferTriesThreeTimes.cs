// wrong: the limit is spent three times
// fails: The_time_limit_is_spent_once_for_an_account
// says: "Look for a loop around TryEnter"

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
        if (!Enter(first, timeout))
            return false;
        try
        {
            if (!Enter(second, timeout))
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

    private static bool Enter(Account account, TimeSpan timeout)
    {
        for (var times = 0; times < 3; times++)
        {
            if (account.Gate.TryEnter(timeout))
                return true;
        }
        return false;
    }

    private static (Account First, Account Second) InOrder(Account from, Account to) =>
        from.Number < to.Number ? (from, to) : (to, from);
}
