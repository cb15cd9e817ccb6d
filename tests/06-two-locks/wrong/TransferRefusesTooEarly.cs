// wrong: the balance is looked at once more before any lock is held, to refuse early, while somebody else may be changing it
// fails: Whoever_holds_the_account_has_the_coins_in_hand
// says: "read without the lock"
namespace Katas.TwoLocks;

/// <summary>Moves coins between accounts, many moves at the same time.</summary>
public static class Bank
{
    /// <summary>Kata 1. Moves coins from one account to another.</summary>
    public static void Transfer(Account from, Account to, int amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);

        // Whoever has too little need not wait for two locks to be told so.
        if (from.Balance < amount)
            throw new InvalidOperationException("There are not enough coins.");

        var (first, second) = InOrder(from, to);
        lock (first.Gate)
        {
            lock (second.Gate)
            {
                // Somebody may have been faster.
                if (from.Balance < amount)
                    throw new InvalidOperationException("There are not enough coins.");

                Move(from, to, amount);
            }
        }
    }

    /// <summary>Kata 2. Moves coins, but waits no longer than a given time for each account.</summary>
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

                Move(from, to, amount);
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
        one.Number < other.Number ? (one, other) : (other, one);

    private static void Move(Account from, Account to, int amount)
    {
        if (ReferenceEquals(from, to))
            return;

        from.Balance -= amount;
        to.Balance += amount;
    }
}
