// wrong: whoever has less is locked first, which each transfer may change
// fails: Whoever_has_more_changes_nothing_about_the_order, Who_has_too_little_is_refused
// says: "deadlock"
namespace Katas.TwoLocks;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        if (from == to)
            return;

        var (first, second) = InOrder(from, to);
        lock (first.Gate)
        {
            lock (second.Gate)
            {
                if (from.Balance < amount)
                    throw new InvalidOperationException("There are not enough coins.");
                from.Balance -= amount;
                to.Balance += amount;
            }
        }
    }

    public static bool TryTransfer(Account from, Account to, int amount, TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        if (from == to)
            return true;

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

    private static (Account First, Account Second) InOrder(Account one, Account other) =>
        (one.Balance, one.Number).CompareTo((other.Balance, other.Number)) < 0
            ? (one, other)
            : (other, one);
}
