using Katas.Corpus;
using Katas.Harness.Explorer.Verdicts;

namespace Katas.Harness.Explorer;

public class LinearizabilityTests
{
    private static readonly ExplorerOptions Quiet = new() { Output = TextWriter.Null };

    [Test]
    public void A_stack_with_one_lock_is_linearizable()
    {
        var result = Explorer.Linearizable(
            () => new Registers.LockedStack(),
            calls => StackCalls(calls),
            options: Quiet
        );

        Assert.That(result.IsExhaustive, Is.True, result.ToString());
    }

    [Test]
    public void A_stack_that_looks_before_it_pushes_is_not() =>
        Assert.Throws<NotLinearizableException>(() =>
            Explorer.Linearizable(
                () => new Registers.StackThatLooksFirst(),
                calls =>
                    StackCalls(calls.Operation("push 3", stack => stack.Push(3))).Thread("push 3"),
                options: Quiet
            )
        );

    [Test]
    public void A_scenario_is_made_up_that_needs_three_pushes()
    {
        var e = Assert.Throws<NotLinearizableException>(() =>
            Explorer.Linearizable(
                () => new Registers.StackThatLooksFirst(),
                calls =>
                    calls
                        .Operation("push 1", stack => stack.Push(1))
                        .Operation("pop", stack => stack.Pop())
                        .AtMost(threads: 2, calls: 2, scenarios: 40),
                options: Quiet
            )
        );

        // Three pushes are the least, so the smallest scenario that shows it has two calls on two threads.
        Assert.That(e!.Message, Does.Contain("thread 2").And.Not.Contain("thread 3"));
    }

    [Test]
    public void The_least_scenario_is_reported_first()
    {
        var e = Assert.Throws<NotLinearizableException>(() =>
            Explorer.Linearizable(
                () => new Registers.Pair(),
                calls =>
                    calls
                        .Operation("set 1", pair => pair.Set(1))
                        .Operation("get", pair => pair.Get())
                        .AtMost(threads: 3, calls: 3, scenarios: 30),
                options: Quiet
            )
        );

        Assert.That(e!.Message, Does.Contain("get -> [1, 0]").Or.Contain("get -> [0, 1]"));
        Assert.That(e.Message.Split('\n').Count(line => line.Contains("|-")), Is.EqualTo(2));
    }

    [Test]
    public void Made_up_scenarios_say_how_many_they_were()
    {
        var output = new StringWriter();

        Explorer.Linearizable(
            () => new Registers.LockedPair(),
            calls =>
                calls
                    .Operation("set 1", pair => pair.Set(1))
                    .Operation("get", pair => pair.Get())
                    .AtMost(threads: 2, calls: 2, scenarios: 8),
            options: Quiet with
            {
                Output = output,
            }
        );

        Assert.That(
            output.ToString(),
            Does.Match(
                "explored [0-9,]+ schedules: all interleavings of each of [0-9]+ scenarios with at most 2 threads of 2 calls"
            )
        );
    }

    [Test]
    public void What_was_over_before_stays_before() =>
        Assert.Throws<NotLinearizableException>(() =>
            Explorer.Linearizable<Registers.IRegister>(
                () => new Registers.LateRegister(),
                RegisterCalls,
                () => new Registers.PlainRegister(),
                Quiet
            )
        );

    [Test]
    public void A_register_is_like_its_model() =>
        Assert.That(
            Explorer
                .Linearizable<Registers.IRegister>(
                    () => new Registers.PlainRegister(),
                    RegisterCalls,
                    () => new Registers.PlainRegister(),
                    Quiet
                )
                .IsExhaustive
        );

    [Test]
    public void An_order_in_which_a_call_never_ends_is_none() =>
        Assert.That(
            Explorer
                .Linearizable(
                    () => new Registers.WaitingQueue(),
                    calls =>
                        calls
                            .Operation("put 1", queue => queue.Put(1))
                            .Operation("take", queue => queue.Take())
                            .Thread("take")
                            .Thread("put 1"),
                    options: Quiet
                )
                .IsExhaustive
        );

    [Test]
    public void A_scenario_in_which_nobody_can_go_on_is_refused()
    {
        var e = Assert.Throws<ArgumentException>(() =>
            Explorer.Linearizable(
                () => new Registers.WaitingQueue(),
                calls =>
                    calls
                        .Operation("put 1", queue => queue.Put(1))
                        .Operation("take", queue => queue.Take())
                        .Thread("take", "take")
                        .Thread("put 1"),
                options: Quiet
            )
        );

        Assert.That(e!.Message, Does.StartWith("After 'put 1, take' no other call"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Tasks_are_waited_for(bool isSafe)
    {
        ExplorationResult Explore() =>
            Explorer.Linearizable(
                () => new Registers.AsyncCounter(isSafe),
                calls =>
                    calls.Operation("add", counter => counter.Add()).Thread("add").Thread("add"),
                options: Quiet
            );

        if (isSafe)
            Assert.That(Explore().IsExhaustive);
        else
            Assert.That(
                Assert.Throws<NotLinearizableException>(() => Explore())!.Message,
                Does.Contain("add -> 1")
            );
    }

    [Test]
    public void Two_operations_of_one_name_are_refused() =>
        Assert.That(
            () =>
                Explorer.Linearizable(
                    () => new Registers.Pair(),
                    calls =>
                        calls
                            .Operation("get", pair => pair.Get())
                            .Operation("get", pair => pair.Get()),
                    options: Quiet
                ),
            Throws.ArgumentException.With.Message.StartsWith("There are two operations 'get'")
        );

    [Test]
    public void An_unknown_operation_is_named_with_those_there_are() =>
        Assert.That(
            () =>
                Explorer.Linearizable(
                    () => new Registers.Pair(),
                    calls => calls.Operation("get", pair => pair.Get()).Thread("set"),
                    options: Quiet
                ),
            Throws.ArgumentException.With.Message.StartsWith(
                "There is no operation 'set'. There are: 'get'."
            )
        );

    [Test]
    public async Task The_report_of_a_history_that_no_order_explains()
    {
        var e = Assert.Throws<NotLinearizableException>(() =>
            Explorer.Linearizable(
                () => new Registers.Pair(),
                calls =>
                    calls
                        .Operation("set 1", pair => pair.Set(1))
                        .Operation("get", pair => pair.Get())
                        .Thread("set 1")
                        .Thread("get"),
                options: Quiet
            )
        );

        await Verify(e!.Message);
    }

    private static Operations<T> StackCalls<T>(Operations<T> calls)
        where T : Registers.IStack =>
        calls
            .Operation("push 1", stack => stack.Push(1))
            .Operation("push 2", stack => stack.Push(2))
            .Operation("pop", stack => stack.Pop())
            .Thread("push 1", "pop")
            .Thread("push 2", "push 1");

    private static void RegisterCalls(Operations<Registers.IRegister> calls) =>
        calls
            .Operation("put 1", register => register.Put(1))
            .Operation("get", register => register.Get())
            .Thread("put 1")
            .Thread("get");
}
