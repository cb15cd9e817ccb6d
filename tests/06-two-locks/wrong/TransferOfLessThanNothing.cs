// wrong: less than nothing may be sent, which takes coins
// fails: A_transfer_of_nothing_or_less_is_a_mistake_of_the_caller
// says: "coins has made a mistake, and should be told"

namespace Katas.TwoLocks;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        ArgumentOutOfRangeException.ThrowIfZero(amount);
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
        ArgumentOutOfRangeException.ThrowIfZero(amount);
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
