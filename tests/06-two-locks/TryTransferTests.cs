using Katas.Harness.Explorer;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.TwoLocks;

[Kata(2, typeof(Bank), nameof(Bank.TryTransfer))]
public class TryTransferTests
{
    private static readonly TimeSpan WaitLimit = TimeSpan.FromMilliseconds(10);

    [Test]
    public void Coins_go_from_one_account_to_the_other()
    {
        var (shop, market) = (new Account(1, 10), new Account(2, 5));

        var answer = Bank.TryTransfer(shop, market, 3, WaitLimit);

        Assert.That(
            (answer, shop.Balance, market.Balance),
            Is.EqualTo((true, 7, 8)),
            "(the answer and both balances after 3 of 10 coins went to an account with 5)"
        );
    }

    [Test]
    public void The_last_coins_can_be_sent()
    {
        var (shop, market) = (new Account(1, 10), new Account(2, 5));

        var answer = Bank.TryTransfer(shop, market, 10, WaitLimit);

        Assert.That(
            (answer, shop.Balance, market.Balance),
            Is.EqualTo((true, 0, 15)),
            "(the answer and both balances): a shop with 10 coins paid 10. Look at how the coins are counted: enough is enough."
        );
    }

    [Test]
    public void Whoever_holds_the_account_has_the_coins_in_hand()
    {
        var (shop, market) = (new Account(1, 10), new Account(2, 5));
        var answer = false;
        var thrown = HeldAccount.Meets(
            shop,
            () => answer = Bank.TryTransfer(shop, market, 3, TimeSpan.FromMinutes(1))
        );

        Assert.That(
            (answer, thrown?.GetType().Name),
            Is.EqualTo((true, (string?)null)),
            "(the answer, and what was thrown): Somebody held the account's Gate, had its 10 coins in hand, and laid them back before letting go. Meanwhile another wanted to pay 3, and did not succeed. Look for a balance that is read without the lock."
        );
        Assert.That((shop.Balance, market.Balance), Is.EqualTo((7, 8)));
    }

    [Test]
    public void Who_has_too_little_is_refused()
    {
        var (shop, market) = (new Account(1, 2), new Account(2, 5));

        var answer = Bank.TryTransfer(shop, market, 3, WaitLimit);

        Assert.That((answer, shop.Balance, market.Balance), Is.EqualTo((false, 2, 5)));
        Assert.That(
            (Bank.TryTransfer(shop, shop, 3, WaitLimit), shop.Balance),
            Is.EqualTo((false, 2)),
            "(the answer and the balance): a shop with 2 coins was to pay 3 to itself. It does not have them, so expected no. Look at what is asked before a transfer to oneself."
        );
    }

    [Test]
    public void A_transfer_to_oneself_changes_nothing() =>
        Explorer.Check(() =>
        {
            var (shop, answer) = (new Account(1, 10), false);

            Explorer.Together(() => answer = Bank.TryTransfer(shop, shop, 4, WaitLimit), () => { });

            Assert.That(
                (answer, shop.Balance),
                Is.EqualTo((true, 10)),
                "(the answer and the balance): a shop with 10 coins paid 4 to itself, and nobody was in its way. Look at which balance is read before which is written"
            );
        });

    [Test]
    public void Who_has_paid_oneself_can_pay_others() =>
        Explorer.Check(() =>
        {
            var (shop, market, answer) = (new Account(1, 10), new Account(2, 5), false);

            Explorer.Together(() => Bank.TryTransfer(shop, shop, 4, WaitLimit));
            Explorer.Together(() => answer = Bank.TryTransfer(market, shop, 1, WaitLimit));

            Assert.That(
                (answer, market.Balance),
                Is.EqualTo((true, 4)),
                "(the answer and the market's balance): a shop had paid 4 coins to itself, and then the market paid it 1 of 5. Look at what the first transfer has locked, how often, and how often it was unlocked"
            );
        });

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(int.MinValue)]
    public void A_transfer_of_nothing_or_less_is_a_mistake_of_the_caller(int amount)
    {
        var (shop, market) = (new Account(1, 10), new Account(2, 5));

        Assert.That(
            () => Bank.TryTransfer(shop, market, amount, WaitLimit),
            Throws.InstanceOf<ArgumentOutOfRangeException>(),
            $"Somebody who sends {amount} coins has made a mistake, and should be told. Whoever could send less than nothing would take coins."
        );
        Assert.That(
            () => Bank.TryTransfer(shop, shop, amount, WaitLimit),
            Throws.InstanceOf<ArgumentOutOfRangeException>(),
            $"Somebody who sends {amount} coins has made a mistake, also when they go to the same account. Look at what comes before the amount is checked."
        );
        Assert.That((shop.Balance, market.Balance), Is.EqualTo((10, 5)));
    }

    [TestCase(0)]
    [TestCase(int.MaxValue)]
    public void The_time_limit_is_taken_as_it_is(int milliseconds)
    {
        var (shop, market) = (new Account(1, 10), new Account(2, 5));
        var answer = false;

        Assert.That(
            () =>
                answer = Bank.TryTransfer(shop, market, 3, TimeSpan.FromMilliseconds(milliseconds)),
            Throws.Nothing,
            $"A limit of {milliseconds} ms is one that TryEnter knows (0 to look and not to wait, and the largest there is), but not when it is made longer. Look at what reaches TryEnter."
        );
        Assert.That(
            (answer, shop.Balance, market.Balance),
            Is.EqualTo((true, 7, 8)),
            $"(the answer and both balances): nobody was in the way, so 3 coins should have gone to the market, even with a limit of {milliseconds} ms. Look at what becomes of the limit before TryEnter gets it."
        );
    }

    [TestCase(3_600_000, 1)]
    [TestCase(3_600_000, 2)]
    [TestCase(Timeout.Infinite, 1)]
    [TestCase(Timeout.Infinite, 2)]
    public void Who_may_wait_for_long_waits(int milliseconds, int locked)
    {
        var (shop, market) = (new Account(1, 10), new Account(2, 5));
        var account = locked == shop.Number ? shop : market;
        var (gate, held) = (new Gate("the test to give the lock back"), false);
        var holder = PendingCall.Start(
            () =>
            {
                lock (account.Gate)
                {
                    held = true;
                    gate.Wait();
                }
            },
            "the lock to be given back"
        );
        holder.WaitForArrivals(gate, 1);
        var answer = false;

        var call = PendingCall.Start(
            () =>
                answer = Bank.TryTransfer(shop, market, 3, TimeSpan.FromMilliseconds(milliseconds)),
            "TryTransfer to get the account that it waits for"
        );
        call.Settle();
        var early = call.HasEnded;
        gate.Open();
        call.Finish();

        Assert.That(
            (held, early, answer, market.Balance),
            Is.EqualTo((true, false, true, 8)),
            $"(whether account {locked} was locked, whether TryTransfer gave up, what it said, and the balance): it may wait {(milliseconds == Timeout.Infinite ? "without limit" : "an hour")} for each account, and the account came free long before. Look at what becomes of the limit before TryEnter gets it."
        );
    }

    [Test]
    public void The_time_limit_is_spent_once_for_an_account()
    {
        var (shop, market) = (new Account(1, 10), new Account(2, 5));
        var gate = new Gate("the test to give the lock back");
        var holder = PendingCall.Start(
            () =>
            {
                lock (market.Gate)
                    gate.Wait();
            },
            "the lock to be given back"
        );
        holder.WaitForArrivals(gate, 1);

        // The runtime counts for the whole process, so somebody else's wait may be among them: the fewest of three count.
        var waits = Enumerable
            .Range(0, 3)
            .Min(_ =>
            {
                var before = Monitor.LockContentionCount;
                HangGuard.Run(
                    () => Bank.TryTransfer(shop, market, 3, WaitLimit),
                    "TryTransfer to give up on an account that stays locked",
                    limit: TimeSpan.FromSeconds(2)
                );
                return Monitor.LockContentionCount - before;
            });
        gate.Open();
        holder.Finish();

        Assert.That(
            waits,
            Is.LessThanOrEqualTo(1),
            $"The account that is paid was locked all the time, and one TryTransfer waited for it {waits} times. Expected it to wait once for as long as it may: three times is three times the limit. Look for a loop around TryEnter."
        );
    }

    [Test]
    public void Coins_are_spent_once() =>
        Explorer.Check(() =>
        {
            var (shop, market) = (new Account(1, 5), new Account(2, 0));
            void Pay() => Bank.TryTransfer(shop, market, 4, WaitLimit);

            Explorer.Together(Pay, Pay);

            Assert.That(
                (shop.Balance, market.Balance),
                Is.EqualTo((1, 4)).Or.EqualTo((5, 0)),
                "(both balances): a shop with 5 coins paid 4 twice at the same time, so at most one of the two could go through. Look below at when the coins are counted"
            );
        });

    [Test]
    public void Transfers_in_both_directions_end_and_lose_no_coin() =>
        Explorer.Check(() =>
        {
            var (shop, market) = (new Account(1, 10), new Account(2, 10));
            var (there, back) = (false, false);

            Explorer.Together(
                () => there = Bank.TryTransfer(shop, market, 3, WaitLimit),
                () => back = Bank.TryTransfer(market, shop, 1, WaitLimit)
            );

            Assert.That(
                (shop.Balance, market.Balance),
                Is.EqualTo(
                    (10 - (there ? 3 : 0) + (back ? 1 : 0), 10 + (there ? 3 : 0) - (back ? 1 : 0))
                ),
                $"The transfer of 3 there said {there} and the one of 1 back said {back}, and the balances do not fit the answers. Look below at what was changed before both locks were held"
            );
        });

    [Test]
    public void A_transfer_that_may_give_up_and_one_that_waits_lose_no_coin() =>
        Explorer.Check(() =>
        {
            var (shop, market, answer) = (new Account(1, 10), new Account(2, 10), false);

            Explorer.Together(
                () => answer = Bank.TryTransfer(shop, market, 3, WaitLimit),
                () => Bank.Transfer(market, shop, 1)
            );

            Assert.That(
                (shop.Balance, market.Balance),
                Is.EqualTo(answer ? (8, 12) : (11, 9)),
                $"TryTransfer sent 3 there and said {answer}, while Transfer sent 1 back, and the balances do not fit that. Look below at whether both take the same locks"
            );
        });

    [Test]
    public void Who_cannot_have_the_account_that_is_paid_gives_up_and_changes_nothing() =>
        Explorer.Check(() => GivesUp((busy, free) => (free, busy)));

    [Test]
    public void Who_cannot_have_the_account_with_the_larger_number_gives_up_and_says_so()
    {
        var (shop, market) = (new Account(1, 10), new Account(2, 5));
        var gate = new Gate("the test to give the lock back");
        var holder = PendingCall.Start(
            () =>
            {
                lock (market.Gate)
                    gate.Wait();
            },
            "the lock to be given back"
        );
        holder.WaitForArrivals(gate, 1);

        var answers = HangGuard.Run(
            () =>
                (
                    Bank.TryTransfer(shop, market, 3, WaitLimit),
                    Bank.TryTransfer(market, shop, 3, WaitLimit)
                ),
            "TryTransfer to give up on an account that stays locked",
            limit: TimeSpan.FromSeconds(2)
        );
        gate.Open();
        holder.Finish();

        Assert.That(
            (answers, shop.Balance, market.Balance),
            Is.EqualTo(((false, false), 10, 5)),
            "(the answers there and back, and both balances): one account was locked all the time, so nothing was sent. Look at what is answered when TryEnter says no."
        );
    }

    [Test]
    public void Who_cannot_have_the_account_that_pays_gives_up_and_changes_nothing() =>
        Explorer.Check(() => GivesUp((busy, free) => (busy, free)));

    [Test]
    public void Who_gives_up_holds_nothing() =>
        Explorer.Check(() =>
        {
            var (shop, market, farm) = (new Account(1, 10), new Account(2, 10), new Account(3, 10));

            Explorer.Together(
                () => Bank.TryTransfer(shop, market, 3, WaitLimit),
                () => Bank.TryTransfer(market, shop, 3, WaitLimit)
            );
            var afterwards =
                Bank.TryTransfer(shop, farm, 1, WaitLimit)
                && Bank.TryTransfer(market, farm, 1, WaitLimit);

            Assert.That(
                afterwards,
                Is.True,
                "Both transfers are over, and yet an account is still locked: whoever comes next waits endlessly. Look below at which lock is taken and never given back"
            );
        });

    [Test]
    public void Who_is_refused_holds_nothing() =>
        Explorer.Check(() =>
        {
            var (shop, market) = (new Account(1, 2), new Account(2, 5));

            Explorer.Together(() => Bank.TryTransfer(shop, market, 3, WaitLimit), () => { });
            var afterwards = Bank.TryTransfer(market, shop, 1, WaitLimit);

            Assert.That(
                afterwards,
                Is.True,
                "A transfer was refused for want of coins, and yet an account is still locked. Look at what is given back on each way out"
            );
        });

    [TestCase(1, 2)]
    [TestCase(2, 1)]
    public void Whatever_is_thrown_nothing_stays_locked(int from, int to) =>
        Explorer.Check(() =>
        {
            var (isFirst, afterwards) = (true, false);
            void Object()
            {
                var objects = isFirst;
                isFirst = false;
                if (objects)
                    throw new IOException("the auditor objects");
            }
            var (shop, market) = (new Account(from, 10, Object), new Account(to, 10, Object));

            var thrown = Assert.Catch(() => Bank.TryTransfer(shop, market, 1, WaitLimit))!;
            Explorer.Together(() => afterwards = Bank.TryTransfer(market, shop, 1, WaitLimit));

            Assert.That(
                (thrown.Message, afterwards),
                Is.EqualTo(("the auditor objects", true)),
                "(what reached the caller, and whether the next transfer went through): the first change of a balance was objected to by an exception. Look at what is given back when something is thrown"
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

            Explorer.Together(
                () => Bank.TryTransfer(accounts[0], accounts[1], 4, WaitLimit),
                () => { }
            );

            Assert.That(
                unlocked,
                Is.Zero,
                "While the coins were on the way, the Gate of one of the two accounts was not locked, so anybody could see one balance with the coins and one without. Look at what is locked, and until when"
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

            Explorer.Together(
                () => Bank.TryTransfer(a, b, 1, WaitLimit),
                () => Bank.TryTransfer(c, d, 1, WaitLimit)
            );

            Assert.That((a.Balance, d.Balance), Is.EqualTo((4, 6)));
        });

    /// <summary>One account is in the hands of a transfer that does not end before another one, which needs the same account, has given up.</summary>
    private static void GivesUp(Func<Account, Account, (Account From, Account To)> choose)
    {
        var (isBusy, hasAnswered, answer) = (false, false, true);
        void Hold()
        {
            isBusy = true;
            Explorer.WaitUntil(() => hasAnswered, "the other transfer to give up");
        }
        var (busy, free, farm) = (new Account(1, 10, Hold), new Account(2, 10), new Account(3, 10));
        var (from, to) = choose(busy, free);

        Explorer.Together(
            () => Bank.TryTransfer(busy, farm, 1, WaitLimit),
            () =>
            {
                Explorer.WaitUntil(() => isBusy, "the first transfer to be under way");
                answer = Bank.TryTransfer(from, to, 2, WaitLimit);
                hasAnswered = true;
                Explorer.LetOthersRun();
            }
        );

        Assert.That(
            (answer, free.Balance),
            Is.EqualTo((false, 10)),
            "(the answer, and the balance of the account that was free): the other account was locked all the time, so the transfer should have given up and changed nothing. Look at what happens when TryEnter says no"
        );
    }
}
