// wrong: half the limit is used for each account
// fails: Who_may_wait_for_long_waits
// says: "what becomes of the limit"

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
                if (!Move(from, to, amount))
                    throw new InvalidOperationException(
                        $"Account {from.Number} has less than {amount} coins."
                    );
            }
        }
    }

    public static bool TryTransfer(Account from, Account to, int amount, TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        var (first, second) = InOrder(from, to);
        if (!first.Gate.TryEnter(timeout / 2))
            return false;
        try
        {
            if (!second.Gate.TryEnter(timeout / 2))
                return false;
            try
            {
                return Move(from, to, amount);
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

    private static (Account, Account) InOrder(Account from, Account to) =>
        from.Number < to.Number ? (from, to) : (to, from);

    private static bool Move(Account from, Account to, int amount)
    {
        if (from.Balance < amount)
            return false;
        if (from != to)
        {
            from.Balance -= amount;
            to.Balance += amount;
        }
        return true;
    }
}
