// wrong: one lock for the whole bank, and the real ones are waited for without a limit
// fails: Transfers_without_a_common_account_overlap, The_time_limit_is_spent_once_for_an_account, Who_cannot_have_the_account_with_the_larger_number_gives_up_and_says_so
// may fail: The_time_limit_is_taken_as_it_is
// says: "the other transfer to be under way"
namespace Katas.TwoLocks;

public static class Bank
{
    private static readonly Lock All = new();

    public static void Transfer(Account from, Account to, int amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        // Everybody takes the lower number first, whichever way the coins go: so nobody can hold a lock that another needs first.
        var (first, second) = from.Number < to.Number ? (from, to) : (to, from);
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
        if (!All.TryEnter(timeout))
            return false;
        try
        {
            Transfer(from, to, amount);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        finally
        {
            All.Exit();
        }
    }
}
