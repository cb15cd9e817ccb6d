using System.Runtime.CompilerServices;
using Katas.Harness.Probes;
using NUnit.Framework.Interfaces;

namespace Katas.Harness.Testing;

public class GuardTests
{
    [Test]
    public void A_test_that_passes_passes()
    {
        var result = Specimen.Run(() => { });

        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success));
    }

    [Test]
    public void A_failure_keeps_its_message()
    {
        var result = Specimen.Run(() => throw new InvalidOperationException("burnt"));

        Assert.That(result.ResultState.Status, Is.EqualTo(TestStatus.Failed));
        Assert.That(result.Message, Does.Contain("burnt"));
    }

    [Test]
    public void An_exception_is_a_sentence_with_the_learners_place_and_no_stack()
    {
        // It is thrown here, in the harness's namespace, on behalf of code that is outside.
        var result = Specimen.Run(() =>
            SomeChapter.Answer.Cook(() =>
                throw new TimeoutException("too late", new FormatException("unreadable"))
            )
        );

        Assert.That(
            result.Message,
            Does.Match(
                @"^Expected no exception here, but Cook ended with TimeoutException \(""too late""\), because of FormatException \(""unreadable""\)\. Look at Answer\.cs:\d+\.$"
            )
        );
    }

    [Test]
    public void An_exception_that_says_two_lines_is_told_with_both()
    {
        var result = Specimen.Run(() =>
            throw new InvalidOperationException("burnt\nand cold", new FormatException("raw\nmeat"))
        );

        Assert.That(
            result.Message,
            Does.Contain("(\"burnt\nand cold\"), because of FormatException (\"raw\nmeat\")")
        );
    }

    [Test]
    public void A_check_without_words_says_what_its_test_is_called()
    {
        var bowls = 2;

        var result = Specimen.Run(() => Assert.That(bowls, Is.EqualTo(3)));

        Assert.That(
            result.Message,
            Does.StartWith("  Expected by this test: Nothing. Look at bowls.\n")
                .And.Contain("But was:  2")
        );
    }

    [Test]
    public void What_the_harness_throws_and_what_a_test_says_stay_as_they_are()
    {
        var probe = Specimen.Run(() => throw new ProbeException("Waited in vain."));
        var one = 1;
        var check = Specimen.Run(() => Assert.That(one, Is.EqualTo(2), "One is not two."));

        var inside = Specimen.Run(() =>
            throw new AggregateException(new ProbeException("Waited in vain."))
        );

        Assert.That(probe.Message, Does.EndWith("ProbeException : Waited in vain."));
        Assert.That(inside.Message, Is.EqualTo("Waited in vain."));
        Assert.That(check.Message, Does.StartWith("  One is not two."));
    }

    [Test]
    public void The_frames_of_an_exception_in_a_message_move_to_the_stack()
    {
        var result = Specimen.Run(() =>
            Assert.That(Burn, Throws.InstanceOf<FormatException>(), "It should not be readable.")
        );

        Assert.That(result.Message, Does.Contain("burnt").And.Not.Contain(nameof(Burn) + "()"));
        Assert.That(result.StackTrace, Does.Contain(nameof(Burn) + "()"));
    }

    [Test]
    public void A_test_that_hangs_ends_with_the_time_limit()
    {
        using var never = new ManualResetEventSlim();

        var result = Specimen.Run(never.Wait, "Hang");
        never.Set();

        Assert.That(result.Message, Does.StartWith("Time limit: the test had not ended after "));
        Assert.That(result.ResultState.Status, Is.EqualTo(TestStatus.Failed));
    }

    [Test]
    public void A_test_that_hangs_keeps_what_it_wrote_to_the_console()
    {
        using var never = new ManualResetEventSlim();

        var result = Specimen.Run(
            () =>
            {
                TestContext.Out.WriteLine("chopping");
                never.Wait();
            },
            "Hang"
        );
        never.Set();

        Assert.That(result.Output, Does.Contain("chopping"));
    }

    [Test]
    public void A_loop_without_an_end_ends_with_the_time_limit()
    {
        var stop = false;

        var result = Specimen.Run(
            () =>
            {
                while (!Volatile.Read(ref stop))
                    Thread.SpinWait(1);
            },
            "Hang"
        );
        Volatile.Write(ref stop, true);

        Assert.That(result.Message, Does.StartWith("Time limit: "));
    }

    [Test]
    public void A_test_that_floods_the_console_ends_with_the_output_limit()
    {
        var stop = false;

        var result = Specimen.Run(
            () =>
            {
                while (!Volatile.Read(ref stop))
                    Console.WriteLine(new string('x', 1_000));
            },
            "Flood"
        );
        Volatile.Write(ref stop, true);

        Assert.That(
            result.Message,
            Does.StartWith("Output limit: the test wrote more than 1,000,000 characters")
        );
    }

    [Test]
    public void A_loop_that_floods_the_console_goes_on_no_longer_than_its_test()
    {
        Thread? writer = null;

        Specimen.Run(
            () =>
            {
                writer = new Thread(() =>
                {
                    while (true)
                        Console.WriteLine(new string('x', 1_000));
                });
                writer.Start();
                writer.Join();
            },
            "Flood"
        );

        Assert.That(PolledWait.Block(() => !writer!.IsAlive, TimeSpan.FromSeconds(30)), Is.True);
    }

    [Test]
    public void An_exception_that_leaves_a_thread_is_a_verdict_and_the_process_lives()
    {
        var result = Specimen.Run(
            () =>
            {
                var thread = new Thread(() => throw new InvalidOperationException("burnt"))
                {
                    Name = "cook",
                };
                thread.Start();
                thread.Join();
            },
            "Escape"
        );

        Assert.That(
            result.Message,
            Does.StartWith(
                "An exception that nobody catches on a thread ends a program: InvalidOperationException on thread 'cook': burnt"
            )
        );
    }

    [Test]
    public void A_verdict_stands_although_the_test_goes_on_and_passes()
    {
        var gone = new TaskCompletionSource();

        var result = Specimen.Run(
            () =>
            {
                var thread = new Thread(() => throw new InvalidOperationException("burnt"));
                thread.Start();
                thread.Join();
                gone.SetResult();
            },
            "GoesOn"
        );
        HangGuard.Run(gone.Task.Wait, "the test to go on");

        Assert.That(result.ResultState.Status, Is.EqualTo(TestStatus.Failed));
        Assert.That(result.Message, Does.Contain("burnt"));
    }

    [Test]
    public void A_probe_that_fails_on_another_thread_speaks_for_itself()
    {
        var result = Specimen.Run(
            () =>
            {
                var meeting = new Rendezvous(2, "two cooks", TimeSpan.FromMilliseconds(20));
                var thread = new Thread(meeting.Meet);
                thread.Start();
                thread.Join();
            },
            "Probe"
        );

        Assert.That(result.Message, Does.StartWith("Waited 0.02 s for two cooks: 1 of 2 came"));
    }

    [Test]
    public void A_stub_is_one_line_with_its_place()
    {
        var result = Specimen.Run(Stub, "Cook");

        Assert.That(
            result.Message,
            Does.Match(@"^Cook is still a stub: write it at GuardTests\.cs:[0-9]+\.")
        );

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Stub() => throw new NotImplementedException();
    }

    [Test]
    public void A_stub_on_another_thread_is_told_as_well()
    {
        var result = Specimen.Run(
            () =>
            {
                var thread = new Thread(() => throw new NotImplementedException());
                thread.Start();
                thread.Join();
            },
            "Cook"
        );

        Assert.That(result.Message, Does.Contain("is still a stub"));
    }

    [Test]
    public void A_kata_that_has_hung_is_given_less_the_next_time()
    {
        using var never = new ManualResetEventSlim();

        var first = Specimen.Run(never.Wait, "Hang");
        var second = Specimen.Run(never.Wait, "Hang");
        never.Set();

        Assert.That(Seconds(second), Is.LessThanOrEqualTo(1).And.LessThanOrEqualTo(Seconds(first)));

        static double Seconds(ITestResult result) =>
            double.Parse(
                result.Message.Split(" after ")[1].Split(" s")[0],
                System.Globalization.CultureInfo.InvariantCulture
            );
    }

    private static void Burn() => throw new InvalidOperationException("burnt");
}
