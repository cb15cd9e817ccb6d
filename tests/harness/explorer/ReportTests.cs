using Katas.Corpus;
using Katas.Harness.Explorer.Verdicts;

namespace Katas.Harness.Explorer;

/// <summary>The reports, as a learner sees them.</summary>
public class ReportTests
{
    private static readonly ExplorerOptions Quiet = new() { Output = TextWriter.Null };

    [Test]
    public async Task The_report_of_a_lost_update() =>
        await Verify(Report<ScheduleFailedException>(() => Samples.LoseAnOrder(Explorer.Together)));

    [Test]
    public async Task The_report_of_a_deadlock() =>
        await Verify(
            Report<DeadlockException>(() => Samples.LockInOppositeOrder(Explorer.Together))
        );

    [Test]
    public async Task The_report_of_a_lost_wake_up() =>
        await Verify(Report<DeadlockException>(() => Samples.LoseAWakeUp(Explorer.Together)));

    [Test]
    public async Task The_report_of_a_livelock() =>
        await Verify(Report<LivelockException>(() => Samples.SpinEndlessly(Explorer.Together)));

    [Test]
    public void Rounds_that_read_the_same_are_shown_once()
    {
        var report = Report<LivelockException>(Awkward.CountsAndIsNeverStopped);
        Assert.That(report, Does.Match(@"\(the same \d+ more times\)"));
        Assert.That(report.Split('\n'), Has.Length.LessThan(24), report);
    }

    [Test]
    public async Task The_report_of_a_reentrant_callback() =>
        await Verify(
            Report<ScheduleThrewException>(() => Samples.CallBackWhileLooping(Explorer.Together))
        );

    [Test]
    public async Task The_report_of_a_data_race() =>
        await Verify(Report<DataRaceException>(() => Samples.ShareAList(Explorer.Together)));

    [Test]
    public async Task The_report_of_a_stale_read() =>
        await Verify(
            Report<ScheduleThrewException>(
                () => Letters.ReadAnOldValue(Explorer.Together),
                MemoryModel.DotNet
            )
        );

    [Test]
    public async Task The_report_of_a_loop_that_may_never_end() =>
        await Verify(
            Report<LivelockException>(() => StopFlags.Plain(Explorer.Together), MemoryModel.DotNet)
        );

    [Test]
    public async Task The_report_of_calls_inside_calls() =>
        await Verify(Report<ScheduleThrewException>(Kitchen.Use));

    [Test]
    public void A_long_report_keeps_the_call_that_its_steps_are_part_of()
    {
        var lines = Report<ScheduleThrewException>(Kitchen.WorkLong).Split('\n').ToList();

        var cut = lines.FindIndex(line => line.EndsWith(" steps before", StringComparison.Ordinal));
        Assert.That(lines.Count(line => line.Contains("Serve(60)")), Is.EqualTo(1));
        Assert.That(
            lines.FindIndex(line => line.Contains("Serve(60)")),
            Is.InRange(cut + 1, cut + 3)
        );
    }

    [Test]
    public void A_compare_exchange_says_what_it_expected_and_found()
    {
        var report = Report<ScheduleThrewException>(Samples.TakeTheLastSeat);

        Assert.That(report, Does.Contain("compares and exchanges taken = 1 (expected 0)"));
        Assert.That(report, Does.Contain("compares (expected 0) taken -> 1"));
    }

    [Test]
    public void A_wait_for_a_task_says_for_which()
    {
        var report = Report<DeadlockException>(Samples.WaitForAnAnswer);

        Assert.That(report, Does.Match("awaits task \\d"));
        Assert.That(report, Does.Contain("waits for answer.Task"));
    }

    [Test]
    public void The_pinned_schedule_is_the_only_one_that_runs()
    {
        var runs = 0;

        Explorer.Replay("1-2-2-1");
        var e = Assert.Throws<ScheduleFailedException>(() =>
            Explorer.Check(
                () =>
                {
                    runs++;
                    Samples.LoseAnOrder(Explorer.Together);
                },
                Quiet
            )
        );

        Assert.That(
            e.Message,
            Does.StartWith("the replayed schedule fails")
                .And.Contain("Explorer.Replay(\"1-2-2-1\")")
        );
        Assert.That(runs, Is.EqualTo(2), "once to see it fail, and once for the report");
    }

    [Test]
    public void The_code_of_an_assertion_is_left_out_over_all_of_its_lines()
    {
        const string First = "one of the two orders that the book may have at its end";
        const string Second = "the other of the two orders that the book may have";

        var e = Assert.Throws<ScheduleFailedException>(() =>
            Explorer.Check(
                () =>
                {
                    Explorer.Together(() => { }, () => { });
                    var seen = "neither of the two orders";
                    Assert.That(
                        seen,
                        Is.EqualTo(First)
                            .Or.EqualTo(Second)
                            .Or.EqualTo("an order that nobody has written down in the book")
                    );
                },
                Quiet
            )
        );

        Assert.That(e.Message, Does.Contain("fails: Expected: ").And.Not.Contain("EqualTo"));
    }

    [TestCase("")]
    [TestCase("1-two")]
    [TestCase("1x0")]
    [TestCase("1-99")]
    [TestCase("1.-2")]
    [TestCase("1.1.1")]
    public void What_is_no_schedule_is_refused(string schedule)
    {
        Assert.That(
            () => Explorer.Replay(schedule),
            Throws.InstanceOf<FormatException>().With.Message.Contains("is no schedule")
        );
    }

    private static string Report<T>(
        Action program,
        MemoryModel memory = MemoryModel.SequentiallyConsistent
    )
        where T : ExplorationException
    {
        var options = Quiet with { Memory = memory };
        var first = Assert.Throws<T>(() => Explorer.Check(program, options));
        var second = Assert.Throws<T>(() => Explorer.Check(program, options));
        Assert.That(second.Message, Is.EqualTo(first.Message));
        return first.Message;
    }
}
