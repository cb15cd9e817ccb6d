// wrong: a transfer to oneself says yes without a look at the balance
// fails: Who_has_too_little_is_refused
// says: "Look at what is asked before a transfer to oneself"

namespace Katas.TwoLocks;

/// <summary>Moves coins between accounts, many moves at the same time.</summary>
public static class Bank
{
    /// <summary>
    /// Kata 1. Moves coins from one account to another. Any number of threads may call this at the same time, for any accounts, in both directions.
    /// Nobody who holds the locks of both accounts ever sees coins on the way, and transfers that have no account in common do not wait for
    /// each other. A transfer to the same account changes nothing.
    /// </summary>
    /// <param name="from">Who pays.</param>
    /// <param name="to">Who is paid.</param>
    /// <param name="amount">How many coins; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is less than 1.</exception>
    /// <exception cref="InvalidOperationException">There are not enough coins on <paramref name="from"/>; nothing has changed.</exception>
    public static void Transfer(Account from, Account to, int amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        // Everybody takes the lower number first, whichever way the coins go: so nobody can hold a lock that another needs first.
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

    /// <summary>
    /// Kata 2. Moves coins like <see cref="Transfer"/> and under the same locks, also while others call that, but waits no longer than a given
    /// time for each account. A call that gives up has changed nothing and holds nothing.
    /// </summary>
    /// <param name="from">Who pays.</param>
    /// <param name="to">Who is paid.</param>
    /// <param name="amount">How many coins; at least 1.</param>
    /// <param name="timeout">How long to wait for an account that somebody else has locked; <see cref="Timeout.InfiniteTimeSpan"/> is as long as it takes.</param>
    /// <returns><see langword="false"/> when the time was up or there were not enough coins.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is less than 1.</exception>
    public static bool TryTransfer(Account from, Account to, int amount, TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        // From an account to itself: nothing changes, so there is nothing to lock.
        if (ReferenceEquals(from, to))
            return true;
        // In the same order as everybody: so two opposite transfers never hold what the other needs, and even an endless limit is safe.
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
                // Only now, with both locks in hand, does anything change.
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
