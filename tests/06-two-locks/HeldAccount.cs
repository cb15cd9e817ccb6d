using Katas.Harness.Probes;

namespace Katas.TwoLocks;

/// <summary>An account whose coins somebody has in hand for a while, as whoever holds its Gate may.</summary>
internal static class HeldAccount
{
    /// <summary>Has a transfer begin meanwhile, and end when the coins are back.</summary>
    /// <param name="account">The account.</param>
    /// <param name="transfer">The transfer, which needs the account.</param>
    /// <returns>What the transfer threw, or <see langword="null"/>.</returns>
    public static Exception? Meets(Account account, Action transfer)
    {
        Exception? thrown = null;
        var payer = new Thread(() =>
        {
            try
            {
                transfer();
            }
            catch (Exception e)
            {
                thrown = e;
            }
        })
        {
            IsBackground = true,
        };
        lock (account.Gate)
        {
            var coins = account.Balance;
            account.Balance = 0;
            payer.Start();
            ThreadProbe.Settle(payer, "the transfer to wait for an account that is locked");
            account.Balance = coins;
        }
        HangGuard.Run(payer.Join, "the transfer to go on when the account is free");
        return thrown;
    }
}
