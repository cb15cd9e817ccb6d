// wrong: no lock at all
// fails: Both_accounts_are_locked_while_coins_are_on_the_way, Coins_are_spent_once, Transfers_in_both_directions_do_not_block_each_other, Transfers_in_a_ring_do_not_block_each_other, A_transfer_that_may_give_up_and_one_that_waits_lose_no_coin, A_transfer_that_waits_for_its_account_holds_up_nobody_else, Whoever_has_more_changes_nothing_about_the_order, Whoever_holds_the_account_has_the_coins_in_hand
// says: "reads Account#1._balance -> 10"
namespace Katas.TwoLocks;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        if (from.Balance < amount)
            throw new InvalidOperationException("There are not enough coins.");
        from.Balance -= amount;
        to.Balance += amount;
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
