using System.Globalization;
using Katas.Harness.Executors;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.PrimeLab;

[Kata(4, typeof(Lab), nameof(Lab.Compare))]
public class CompareTests
{
    private static readonly long[] s_numbers = [7, 8, 10, 11];

    [Test]
    public async Task Each_executor_gets_a_row_with_its_time_in_the_order_given()
    {
        var clock = new ManualTimeProvider();

        var rows = await Lab.Compare(
            [
                new ClockedExecutor("slow", clock, _ => 6),
                new ClockedExecutor("fast", clock, _ => 2),
                new ClockedExecutor("middling", clock, _ => 3),
            ],
            s_numbers,
            clock
        );

        Assert.That(
            rows.Select(row => (row.Executor, row.Workers, row.Elapsed.TotalSeconds)),
            Is.EqualTo([("slow", 3, 24.0), ("fast", 3, 8.0), ("middling", 3, 12.0)]),
            "Four numbers were tested on each, at 6, 2 and 3 s a number by the clock that was handed over."
        );
    }

    [Test]
    public async Task Two_executors_of_one_name_have_a_row_each()
    {
        var clock = new ManualTimeProvider();

        var rows = await Lab.Compare(
            [
                new ClockedExecutor("threads", clock, _ => 6),
                new ClockedExecutor("threads", clock, _ => 2),
            ],
            s_numbers,
            clock
        );

        Assert.That(
            rows.Select(row => row.Elapsed.TotalSeconds),
            Is.EqualTo([24.0, 8.0]),
            "Two executors of the same name took 24 s and 8 s. Look at what the times are kept by: a name may come twice."
        );
    }

    [Test]
    public async Task A_clock_may_tick_a_thousand_times_a_second()
    {
        var clock = new CoarseClock();

        var rows = await Lab.Compare(
            [new ClockedExecutor("slow", clock.Source, _ => 6)],
            s_numbers,
            clock
        );

        Assert.That(
            rows.Single().Elapsed.TotalSeconds,
            Is.EqualTo(24),
            "Four numbers took 6 s each, by a clock that ticks a thousand times a second. How long a tick is only the clock knows: look at what makes a time of two readings."
        );
    }

    [Test]
    public async Task Speedup_is_the_time_of_the_first_over_ones_own()
    {
        var clock = new ManualTimeProvider();

        var rows = await Lab.Compare(
            [
                new ClockedExecutor("first", clock, _ => 6),
                new ClockedExecutor("faster", clock, _ => 2),
                new ClockedExecutor("slower", clock, _ => 12),
                new ClockedExecutor("as fast", clock, _ => 6),
            ],
            s_numbers,
            clock
        );

        var speedups = string.Join(
            ", ",
            rows.Select(row => row.Speedup.ToString("0.##", CultureInfo.InvariantCulture))
        );
        Assert.That(
            speedups,
            Is.EqualTo("1, 3, 0.5, 1"),
            "24 s, 8 s, 48 s and 24 s: the second is three times as fast as the first, the third half as fast, the fourth as fast. Look at whose time is divided by whose."
        );
    }

    [Test]
    public async Task Speedup_is_exact_for_short_runs_too()
    {
        var clock = new ManualTimeProvider();

        var rows = await Lab.Compare(
            [
                new ClockedExecutor("first", clock, _ => 0.000_375),
                new ClockedExecutor("faster", clock, _ => 0.000_1),
            ],
            s_numbers,
            clock
        );

        Assert.That(
            rows[1].Speedup,
            Is.EqualTo(3.75).Within(0.001),
            "1.5 ms and 0.4 ms: the second is 3.75 times as fast. Look for a time that is rounded before it is divided."
        );
    }

    [Test]
    public async Task The_first_run_on_an_executor_warms_it_up_and_is_not_timed()
    {
        var clock = new ManualTimeProvider();
        var cold = new ClockedExecutor("cold", clock, done => done < s_numbers.Length ? 100 : 1);

        var rows = await Lab.Compare([cold], s_numbers, clock);

        Assert.That(
            rows.Single().Elapsed.TotalSeconds,
            Is.EqualTo(4),
            "The first run took 100 s a number, because everything was cold; the second took 1 s. Only the second counts."
        );
    }

    [Test]
    public async Task Each_executor_runs_twice_and_no_more()
    {
        var clock = new ManualTimeProvider();
        var first = new ClockedExecutor("first", clock, _ => 1);
        var second = new ClockedExecutor("second", clock, _ => 1);

        await Lab.Compare([first, second], s_numbers, clock);

        Assert.That(
            (first.JobsDone, second.JobsDone),
            Is.EqualTo((2 * s_numbers.Length, 2 * s_numbers.Length)),
            "(the jobs done by each of two executors): expected one run to warm up and one by the clock, on each."
        );
    }

    [Test]
    public async Task An_executor_with_other_answers_is_found_out()
    {
        var clock = new ManualTimeProvider();

        var thrown = await Assert.CatchAsync<InvalidOperationException>(
            () =>
                Lab.Compare(
                    [
                        new ClockedExecutor("threads", clock, _ => 2),
                        new ClockedExecutor("cluster", clock, _ => 1) { Lies = _ => true },
                    ],
                    s_numbers,
                    clock
                ),
            "An executor gave wrong answers in half the time, and was not found out. Look at whether the answers are compared."
        );

        Assert.That(
            thrown!.Message,
            Does.Contain("cluster"),
            "Expected the message to name the executor whose answers differ from the first one's."
        );
    }

    [Test]
    public async Task An_executor_with_other_answers_by_the_clock_is_found_out()
    {
        var clock = new ManualTimeProvider();

        var thrown = await Assert.CatchAsync<InvalidOperationException>(
            () =>
                Lab.Compare(
                    [
                        new ClockedExecutor("threads", clock, _ => 2),
                        new ClockedExecutor("cluster", clock, _ => 1)
                        {
                            Lies = before => before >= s_numbers.Length,
                        },
                    ],
                    s_numbers,
                    clock
                ),
            "An executor gave right answers while it warmed up, and wrong ones by the clock, and was not found out. Look at which run's answers are compared."
        );

        Assert.That(
            thrown!.Message,
            Does.Contain("cluster"),
            "Expected the message to name the executor whose answers differ from the first one's."
        );
    }

    [Test]
    public async Task An_executor_with_an_answer_too_few_is_found_out()
    {
        var clock = new ManualTimeProvider();
        var careless = new ClockedExecutor("processes", clock, _ => 1) { LeavesOutTheLast = true };

        string? seen = null;
        try
        {
            await Lab.Compare(
                [new ClockedExecutor("threads", clock, _ => 2), careless],
                s_numbers,
                clock
            );
        }
        catch (Exception e) when (e is not NotImplementedException)
        {
            seen = e.Message;
        }

        Assert.That(
            !careless.HasLeftOut || seen is not null,
            Is.True,
            "An executor gave three answers to four numbers, and was not found out. Look at whether the number of answers is compared, too."
        );
    }

    [Test]
    public async Task The_executors_are_left_open()
    {
        var clock = new ManualTimeProvider();
        var executor = new ClockedExecutor("lent", clock, _ => 1);

        await Lab.Compare([executor], s_numbers, clock);

        Assert.That(
            executor.IsShutDown,
            Is.False,
            "The executors belong to the caller. Look at who shuts them down."
        );
    }

    [Test]
    public async Task One_executor_is_timed_while_the_others_are_idle()
    {
        var gate = new Gate("the test to look at the second executor", Limits.Probe);
        await using var first = new ObservedPool(1) { Started = _ => gate.Wait() };
        await using var second = new ObservedPool(1);

        var comparing = Lab.Compare([first, second], s_numbers, TimeProvider.System);
        await gate.WaitForArrivalsAsync(1);
        var meanwhile = second.Submitted;
        gate.Open();
        await comparing;

        Assert.That(
            meanwhile,
            Is.Zero,
            "The first executor was at work, and the second already had jobs. Two that run at once share the cores, and neither time means anything. Look at what is awaited before the next one begins."
        );
    }

    [Test]
    public async Task The_clock_runs_when_the_warm_up_is_over()
    {
        var gate = new Gate("the test to look at the executor", Limits.Probe);
        await using var pool = new ObservedPool(1) { Started = _ => gate.Wait() };

        var comparing = Task.Run(() => Lab.Compare([pool], s_numbers, TimeProvider.System));
        var arrived = gate.WaitForArrivalsAsync(1);
        // When the comparison fails, nobody will come.
        if (await Task.WhenAny(arrived, comparing) == comparing)
            await comparing;
        await arrived;
        var meanwhile = pool.Submitted;
        gate.Open();
        await comparing;

        Assert.That(
            meanwhile,
            Is.LessThanOrEqualTo(s_numbers.Length),
            "The first job of the run that warms up was still at work, and jobs of the next run had been submitted. Look at whether the first run is awaited."
        );
    }

    [TestCase(0)]
    [TestCase(4)]
    public async Task A_comparison_that_is_cancelled_ends(int first)
    {
        using var cancellation = new CancellationTokenSource();
        // As it ends: the comparison may do so before its token has told the job.
        var told = new TaskCompletionSource<bool>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        await using var pool = new ObservedPool(1)
        {
            Started = job =>
            {
                if (job.Number == first)
                    cancellation.Cancel();
            },
            Ended = job =>
            {
                if (job.Number == first)
                    told.TrySetResult(job.IsAskedToStop);
            },
        };

        await Assert.CatchAsync<OperationCanceledException>(
            () => Lab.Compare([pool], s_numbers, TimeProvider.System, cancellation.Token),
            $"The comparison was cancelled while job {first} of 8 was under way. Look at whether both runs are given the token."
        );
        Assert.That(
            await told.Task,
            Is.True,
            $"The comparison was cancelled while job {first} of 8 was under way, and nobody told that job. Look at whether both runs are given the token."
        );
    }

    [Test]
    public async Task A_comparison_that_is_cancelled_begins_nothing_more()
    {
        using var cancellation = new CancellationTokenSource();
        await using var pool = new ObservedPool(1)
        {
            Started = job =>
            {
                // By then all jobs of the run have been submitted.
                if (job.Number == s_numbers.Length - 1)
                    cancellation.Cancel();
            },
        };

        await Assert.CatchAsync<OperationCanceledException>(
            () => Lab.Compare([pool], s_numbers, TimeProvider.System, cancellation.Token),
            "The comparison was cancelled while the last job of its first run was under way. Look for what keeps the cancellation from it."
        );
        Assert.That(
            pool.WasAskedTooLate,
            Is.False,
            "The comparison was cancelled while the last job of its first run was under way, and began the second run all the same. Look for what keeps the cancellation from it."
        );
    }

    [Test]
    public async Task Real_executors_are_compared_by_a_real_clock()
    {
        await using var alone = new SequentialExecutor();
        await using var pool = new ThreadPoolExecutor(2);

        var rows = await Lab.Compare([alone, pool], s_numbers, TimeProvider.System);

        Assert.That(
            rows.Select(row => (row.Executor, row.Workers)),
            Is.EquivalentTo([("sequential", 1), ("threads", 2)]),
            "Expected a row for each executor, with the name and the number of workers that it tells of itself."
        );
        Assert.That(
            rows.Select(row => row.Elapsed),
            Is.All.GreaterThan(TimeSpan.Zero),
            "A run takes time. Look at which two readings of the clock are compared."
        );
    }
}
