using Katas.Harness.Explorer;
using Katas.Harness.Testing;

namespace Katas.TwoLocks;

[Kata(1, typeof(Bank), nameof(Bank.Transfer))]
public class TransferTests
{
    [Test]
    public void Coins_go_from_one_account_to_the_other()
    {
        var (shop, market) = (new Account(1, 10), new Account(2, 5));

        Bank.Transfer(shop, market, 3);
        Bank.Transfer(market, shop, 1);

        Assert.That((shop.Balance, market.Balance), Is.EqualTo((8, 7)));
    }

    [Test]
    public void A_transfer_to_oneself_changes_nothing() =>
        Explorer.Check(() =>
        {
            var shop = new Account(1, 10);

            Explorer.Together(() => Bank.Transfer(shop, shop, 4), () => { });

            Assert.That(
                shop.Balance,
                Is.EqualTo(10),
                "A shop with 10 coins paid 4 to itself, and does not have 10 any more. Look at which balance is read before which is written"
            );
        });

    [Test]
    public void Who_has_paid_oneself_can_pay_others() =>
        Explorer.Check(() =>
        {
            var (shop, market) = (new Account(1, 10), new Account(2, 5));

            Explorer.Together(() => Bank.Transfer(shop, shop, 4));
            Explorer.Together(() => Bank.Transfer(market, shop, 1));

            Assert.That(market.Balance, Is.EqualTo(4));
        });

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(int.MinValue)]
    public void A_transfer_of_nothing_or_less_is_a_mistake_of_the_caller(int amount)
    {
        var (shop, market) = (new Account(1, 10), new Account(2, 5));

        Assert.That(
            () => Bank.Transfer(shop, market, amount),
            Throws.InstanceOf<ArgumentOutOfRangeException>(),
            $"Somebody who sends {amount} coins has made a mistake, and should be told. Whoever could send less than nothing would take coins."
        );
        Assert.That(
            () => Bank.Transfer(shop, shop, amount),
            Throws.InstanceOf<ArgumentOutOfRangeException>(),
            $"Somebody who sends {amount} coins has made a mistake, also when they go to the same account. Look at what comes before the amount is checked."
        );
        Assert.That((shop.Balance, market.Balance), Is.EqualTo((10, 5)));
    }

    [Test]
    public void Whoever_holds_the_account_has_the_coins_in_hand()
    {
        var (shop, market) = (new Account(1, 10), new Account(2, 5));
        var thrown = HeldAccount.Meets(shop, () => Bank.Transfer(shop, market, 3));

        Assert.That(
            thrown,
            Is.Null,
            "Somebody held the account's Gate, had its 10 coins in hand, and laid them back before letting go. Meanwhile another wanted to pay 3, and did not succeed. Look for a balance that is read without the lock."
        );
        Assert.That((shop.Balance, market.Balance), Is.EqualTo((7, 8)));
    }

    [Test]
    public void Who_has_too_little_keeps_it_and_locks_nobody_out() =>
        Explorer.Check(() =>
        {
            var (shop, market) = (new Account(1, 2), new Account(2, 5));
            var refused = false;

            Explorer.Together(
                () =>
                {
                    try
                    {
                        Bank.Transfer(shop, market, 3);
                    }
                    catch (InvalidOperationException)
                    {
                        refused = true;
                    }
                },
                () => Bank.Transfer(market, shop, 1)
            );

            Assert.That(
                refused ? (shop.Balance, market.Balance) : (3, 4),
                Is.EqualTo((3, 4)),
                "A transfer was refused because there were not enough coins, and yet the balances changed. Look at what is done before the coins are counted"
            );
        });

    [Test]
    public void The_last_coins_can_be_sent()
    {
        var (shop, market) = (new Account(1, 10), new Account(2, 5));

        Assert.That(
            () => Bank.Transfer(shop, market, 10),
            Throws.Nothing,
            "A shop with 10 coins paid 10, and was refused. Look at how the coins are counted: enough is enough."
        );
        Assert.That((shop.Balance, market.Balance), Is.EqualTo((0, 15)));
    }

    [TestCase(1, 2, 2)]
    [TestCase(3, 1, 2)]
    public void Coins_are_spent_once(int payer, int one, int other) =>
        Explorer.Check(() =>
        {
            var (shop, market) = (new Account(payer, 5), new Account(one, 0));
            var second = other == one ? market : new Account(other, 0);
            var refused = 0;
            void Pay(Account to)
            {
                try
                {
                    Bank.Transfer(shop, to, 4);
                }
                catch (InvalidOperationException)
                {
                    refused++;
                }
            }

            Explorer.Together(() => Pay(market), () => Pay(second));

            Assert.That(
                (refused, shop.Balance, Paid()),
                Is.EqualTo((1, 1, 4)),
                "(how many were refused, what is left, and what was paid): a shop with 5 coins paid 4 twice at the same time, so exactly one of the two should have been refused. Look below at when the coins are counted"
            );

            int Paid() => second == market ? market.Balance : market.Balance + second.Balance;
        });

    [TestCase(1, 2)]
    [TestCase(1, 3)]
    [TestCase(2, 4)]
    [TestCase(10, 20)]
    [TestCase(-1, 1)]
    [TestCase(1, 65_537)]
    [TestCase(int.MinValue, 0)]
    public void Transfers_in_both_directions_do_not_block_each_other(int one, int other) =>
        Explorer.Check(() =>
        {
            var (shop, market) = (new Account(one, 10), new Account(other, 10));

            Explorer.Together(
                () => Bank.Transfer(shop, market, 3),
                () => Bank.Transfer(market, shop, 1)
            );

            Assert.That(
                (shop.Balance, market.Balance),
                Is.EqualTo((8, 12)),
                "3 coins went one way and 1 the other, and the balances do not show it. Look below at what each had read before the other wrote"
            );
        });

    [TestCase(1, 2)]
    [TestCase(2, 1)]
    public void Whoever_has_more_changes_nothing_about_the_order(int one, int other) =>
        Explorer.Check(() =>
        {
            var (shop, market) = (new Account(one, 10), new Account(other, 5));

            Explorer.Together(
                () => Bank.Transfer(shop, market, 1),
                () =>
                {
                    Bank.Transfer(shop, market, 8);
                    Bank.Transfer(market, shop, 1);
                }
            );

            Assert.That(
                (shop.Balance, market.Balance),
                Is.EqualTo((2, 13)),
                "1 and 8 coins went one way and 1 the other, and the balances do not show it. Look below at what each had read before the other wrote"
            );
        });

    [TestCase(1, 2, 3)]
    [TestCase(-2_000_000_000, 0, 2_000_000_000)]
    public void Transfers_in_a_ring_do_not_block_each_other(int first, int second, int third) =>
        Explorer.Check(() =>
        {
            var (a, b, c) = (new Account(first, 5), new Account(second, 5), new Account(third, 5));

            Explorer.Together(
                () => Bank.Transfer(a, b, 1),
                () => Bank.Transfer(b, c, 1),
                () => Bank.Transfer(c, a, 1)
            );

            Assert.That(
                (a.Balance, b.Balance, c.Balance),
                Is.EqualTo((5, 5, 5)),
                "Each of three shops paid 1 coin to the next, so all should have what they had. Look below at what each had read before another wrote"
            );
        });

    [TestCase(1, 2)]
    [TestCase(2, 1)]
    public void Whatever_is_thrown_nothing_stays_locked(int from, int to) =>
        Explorer.Check(() =>
        {
            var isFirst = true;
            void Object()
            {
                var objects = isFirst;
                isFirst = false;
                if (objects)
                    throw new IOException("the auditor objects");
            }
            var (shop, market) = (new Account(from, 10, Object), new Account(to, 10, Object));

            var thrown = Assert.Catch(() => Bank.Transfer(shop, market, 1))!;
            Explorer.Together(() => Bank.Transfer(market, shop, 1));

            Assert.That(
                thrown.Message,
                Is.EqualTo("the auditor objects"),
                "The first change of a balance was objected to by an exception, which should reach the caller. Look for what catches it"
            );
        });

    [Test]
    public void Both_accounts_are_locked_while_coins_are_on_the_way() =>
        Explorer.Check(() =>
        {
            var unlocked = 0;
            Account[] accounts = [];
            void Audit() => unlocked += accounts.Count(account => !account.IsHeld);
            accounts = [new Account(1, 10, Audit), new Account(2, 10, Audit)];

            Explorer.Together(() => Bank.Transfer(accounts[0], accounts[1], 4), () => { });

            Assert.That(
                unlocked,
                Is.Zero,
                "While the coins were on the way, one of the two accounts was not locked, so anybody could see one balance with the coins and one without. Look at when each lock is taken and given back"
            );
        });

    // The second pair has the same remainders as the first, whatever a few locks for many accounts are chosen by.
    [TestCase(1, 2, 3, 4)]
    [TestCase(1, 2, 46_126_081, 46_126_082)]
    public void Transfers_without_a_common_account_overlap(int one, int two, int three, int four) =>
        Explorer.Check(() =>
        {
            var underWay = 0;
            void Meet()
            {
                underWay++;
                Explorer.WaitUntil(() => underWay >= 2, "the other transfer to be under way, too");
            }
            var (a, b) = (new Account(one, 5, Meet), new Account(two, 5));
            var (c, d) = (new Account(three, 5, Meet), new Account(four, 5));

            Explorer.Together(() => Bank.Transfer(a, b, 1), () => Bank.Transfer(c, d, 1));

            Assert.That((a.Balance, d.Balance), Is.EqualTo((4, 6)));
        });

    [Test]
    public void A_transfer_that_waits_for_its_account_holds_up_nobody_else() =>
        Explorer.Check(() =>
        {
            var (isBusy, isDone) = (false, false);
            void Hold()
            {
                isBusy = true;
                Explorer.WaitUntil(() => isDone, "the transfer between two other accounts");
            }
            var (a, b, c) = (new Account(1, 5, Hold), new Account(2, 5), new Account(3, 5));
            var (d, e) = (new Account(4, 5), new Account(5, 5));

            Explorer.Together(
                () => Bank.Transfer(a, b, 1),
                () =>
                {
                    Explorer.WaitUntil(() => isBusy, "the first transfer to be under way");
                    Bank.Transfer(b, c, 1);
                },
                () =>
                {
                    Explorer.WaitUntil(() => isBusy, "the first transfer to be under way");
                    Bank.Transfer(d, e, 1);
                    isDone = true;
                    Explorer.LetOthersRun();
                }
            );

            Assert.That(
                (a.Balance, b.Balance, c.Balance, d.Balance, e.Balance),
                Is.EqualTo((4, 5, 6, 4, 6)),
                "One coin went from each of three accounts to the next, in three transfers, and the balances do not show it. Look below at what each had read before another wrote"
            );
        });
}
