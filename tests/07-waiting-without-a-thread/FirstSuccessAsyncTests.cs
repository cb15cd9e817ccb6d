using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.WaitingWithoutAThread;

[Kata(3, typeof(Suppliers), nameof(Suppliers.FirstSuccessAsync))]
public class FirstSuccessAsyncTests
{
    [Test]
    public void All_attempts_begin_at_once()
    {
        var table = new Table(3);

        _ = Start(table);
        foreach (var order in table.Orders)
            table.Log.WaitFor($"{order} begins");

        Assert.That(
            table.Meter.Now,
            Is.EqualTo(3),
            $"Expected all three to be under way at the same time. Look at what waits for one before it begins the next.\n{table.Log.InOneLine()}"
        );
    }

    [Test]
    public async Task All_attempts_begin_on_the_calling_thread()
    {
        var threads = new int[3];

        var (caller, first) = HangGuard.Run(
            () =>
                (
                    Environment.CurrentManagedThreadId,
                    Suppliers.FirstSuccessAsync<int>(
                        [Ask(0, "sold out"), Ask(1, "closed"), Ask(2, "no line")],
                        CancellationToken.None
                    )
                ),
            "FirstSuccessAsync to come back to its caller while it waits"
        );
        await HangGuard.Finish(Task.WhenAny(first), "FirstSuccessAsync to end");

        Assert.That(
            threads,
            Is.All.EqualTo(caller),
            "(the threads on which the attempts began): expected the caller's. To ask takes no time, and to wait takes no thread; look for what hands an attempt to another one."
        );

        Func<CancellationToken, Task<int>> Ask(int i, string answer) =>
            _ =>
            {
                threads[i] = Environment.CurrentManagedThreadId;
                return Task.FromException<int>(new InvalidOperationException(answer));
            };
    }

    [Test]
    public async Task All_attempts_begin_even_if_one_has_its_result_at_once()
    {
        var begun = new EventLog();

        var first = HangGuard.Run(
            () => Suppliers.FirstSuccessAsync([Ask(0), Ask(1), Ask(2)], CancellationToken.None),
            "FirstSuccessAsync to come back to its caller while it waits"
        );
        await Finish(first);

        Assert.That(
            begun.Entries.Select(entry => entry.What),
            Is.EquivalentTo(new[] { "0 begins", "1 begins", "2 begins" }),
            "(which attempts began): each had its result as soon as it was asked. Expected all three to begin all the same, and once each, as all are started before any is waited for; look for what ends the asking early, or asks again."
        );

        Func<CancellationToken, Task<string>> Ask(int i) =>
            _ =>
            {
                begun.Add($"{i} begins");
                return Task.FromResult($"bowl {i}");
            };
    }

    [Test]
    public async Task The_first_to_succeed_wins_and_not_the_first_in_the_list()
    {
        var table = new Table(3);
        var first = Start(table);

        table.End(1);

        AssertResult(await Finish(first), "bowl 1");
    }

    [TestCaseSource(nameof(Failures))]
    public async Task A_failure_leaves_it_to_the_others(Exception failure)
    {
        var table = new Table(2);
        var first = Start(table);

        table.Fail(0, failure);
        table.End(1);

        AssertResult(await Finish(first), "bowl 1");
    }

    [Test]
    public async Task An_attempt_that_throws_at_once_leaves_it_to_the_others()
    {
        var table = new Table(1);

        var first = HangGuard.Run(
            () =>
                Suppliers.FirstSuccessAsync(
                    [
                        _ => throw new InvalidOperationException("no line"),
                        stop => table.HandleAsync(0, stop),
                    ],
                    CancellationToken.None
                ),
            "FirstSuccessAsync to come back to its caller while it waits"
        );
        table.End(0);

        AssertResult(await Finish(first), "bowl 0");
    }

    [Test]
    public async Task The_others_are_told_to_stop_and_not_waited_for()
    {
        var table = new Table(3);
        var first = Start(table);

        table.End(1);
        await Finish(first);
        table.Log.WaitFor("0 is told");
        table.Log.WaitFor("2 is told");

        Assert.That(
            table.Log.Count("1 is told"),
            Is.Zero,
            $"Attempt 1 had won and ended, and was told to stop. Look at when the others are told.\n{table.Log.InOneLine()}"
        );
    }

    [Test]
    public async Task Nothing_is_a_result_like_any_other()
    {
        var first = HangGuard.Run(
            () =>
                Suppliers.FirstSuccessAsync(
                    [_ => Task.FromResult<string>(null!)],
                    CancellationToken.None
                ),
            "FirstSuccessAsync to come back to its caller"
        );

        Assert.That(
            await ThrownBy(() => first),
            Is.Null,
            "The one attempt ended well, and brought null. Expected that as the result, and no exception; look at what tells success from failure."
        );
    }

    [Test]
    public async Task When_all_fail_no_failure_is_lost()
    {
        var table = new Table(3);
        Exception[] failures =
        [
            new InvalidOperationException("sold out"),
            new OperationCanceledException("the order was lost"),
            new TimeoutException("nobody answers"),
        ];
        var first = Start(table);

        table.Fail(2, failures[2]);
        table.Fail(0, failures[0]);
        table.Fail(1, failures[1]);
        var seen = await ThrownBy(() => first);

        Assert.That(
            string.Join(", ", (seen as AggregateException)?.InnerExceptions.Select(Kind) ?? []),
            Is.EqualTo(string.Join(", ", failures.Select(Kind))),
            $"Three attempts failed for three reasons, and the caller should see them all, in the order of the attempts, in an AggregateException. It got: {seen?.GetType().Name}: {seen?.Message}. `await` throws only one of several."
        );
        Assert.That(
            table.Meter.Total,
            Is.EqualTo(3),
            $"Each attempt begins once.\n{table.Log.InOneLine()}"
        );

        // The task of an attempt that was cancelled need not tell with which of these exceptions.
        static string Kind(Exception failure) =>
            failure is OperationCanceledException
                ? nameof(OperationCanceledException)
                : $"{failure.GetType().Name} ({failure.Message})";
    }

    [Test]
    public async Task One_attempt_alone_fails_as_several_do()
    {
        var table = new Table(1);
        var first = Start(table);

        table.Fail(0, new TimeoutException("nobody answers"));
        var seen = await ThrownBy(() => first);

        Assert.That(
            (seen as AggregateException)?.InnerExceptions.Select(e => e.GetType()),
            Is.EqualTo([typeof(TimeoutException)]),
            $"The one attempt failed with a TimeoutException. Expected that inside of an AggregateException, as when several have failed, and saw {seen?.GetType().Name}. Look at what is done otherwise when there is only one."
        );
    }

    [Test]
    public async Task Each_attempt_that_fails_has_one_reason_in_its_place()
    {
        Exception[] failures =
        [
            new AggregateException(new IOException("no gas"), new TimeoutException("no answer")),
            new InvalidOperationException("sold out"),
            new TimeoutException("nobody answers"),
        ];
        TaskCompletionSource<string>[] ends = [new(), new(), new()];
        var first = HangGuard.Run(
            () =>
                Suppliers.FirstSuccessAsync(
                    [_ => ends[0].Task, _ => throw failures[1], _ => ends[2].Task],
                    CancellationToken.None
                ),
            "FirstSuccessAsync to come back to its caller while it waits"
        );

        ends[2].SetException(failures[2]);
        ends[0].SetException(failures[0]);
        var seen = await ThrownBy(() => first);

        Assert.That(
            string.Join(
                ", ",
                (seen as AggregateException)?.InnerExceptions.Select(e => e.GetType().Name) ?? []
            ),
            Is.EqualTo(string.Join(", ", failures.Select(e => e.GetType().Name))),
            "Attempt 1 threw at once, attempt 2 failed later, and attempt 0 last, with an AggregateException of its own. The caller should see one exception for each, in the order of the attempts. Look at what puts those who threw at once elsewhere, or takes an exception apart."
        );
    }

    [Test]
    public async Task A_cancellation_ends_the_waiting_even_if_nobody_listens()
    {
        var table = new Table(2);
        using var stop = new CancellationTokenSource();
        var first = Start(table, stop.Token);

        await stop.CancelAsync();
        await ThrownBy(() => first);
        table.Log.WaitFor("0 is told");
        table.Log.WaitFor("1 is told");

        Assert.That(
            first.IsCanceled,
            Is.True,
            $"The caller gave up. Expected a cancelled task, and it ended as {first.Status}; look at what ends the waiting."
        );
    }

    [Test]
    public async Task With_nobody_to_ask_it_is_refused()
    {
        var table = new Table(0);

        var seen = await ThrownBy(() => Start(table));

        Assert.That(
            seen,
            Is.InstanceOf<ArgumentException>(),
            "There was no attempt, so nobody can succeed. Expected an ArgumentException; look at the number of attempts first."
        );
    }

    private static IEnumerable<TestCaseData> Failures() =>
        new Exception[]
        {
            new InvalidOperationException("sold out"),
            new OperationCanceledException("the order was lost"),
        }.Select(failure => new TestCaseData(failure).SetArgDisplayNames(failure.GetType().Name));

    private static Task<string> Start(Table table, CancellationToken cancellationToken = default) =>
        HangGuard.Run(
            () =>
                Suppliers.FirstSuccessAsync(
                    [
                        .. table.Orders.Select(order =>
                            (Func<CancellationToken, Task<string>>)(
                                stop => table.HandleAsync(order, stop)
                            )
                        ),
                    ],
                    cancellationToken
                ),
            "FirstSuccessAsync to come back to its caller while it waits"
        );

    private static void AssertResult(string result, string expected) =>
        Assert.That(
            result,
            Is.EqualTo(expected),
            "Expected what the first to succeed has brought. Look at which attempt the result is taken from."
        );

    /// <summary>The result; what is thrown instead of it fails the test in words.</summary>
    private static async Task<string> Finish(Task<string> first)
    {
        var seen = await ThrownBy(() => first);
        Assert.That(
            seen is null,
            $"One supplier delivered, so FirstSuccessAsync should give back what they brought, but it failed with {seen?.GetType().Name}: {seen?.Message} Look at what becomes of the others when one attempt ends badly."
        );
        return await first;
    }

    private static async Task<Exception?> ThrownBy(Func<Task<string>> first)
    {
        try
        {
            await HangGuard.Finish(first(), "FirstSuccessAsync to end");
            return null;
        }
        catch (Exception e) when (e is not (ProbeException or NotImplementedException))
        {
            return e;
        }
    }
}
