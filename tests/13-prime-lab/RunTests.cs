using Katas.Harness.Executors;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.PrimeLab;

[Kata(2, typeof(Primes), nameof(Primes.Run))]
public class RunTests
{
    [Test]
    public async Task Each_number_is_a_job()
    {
        await using var pool = new ObservedPool(2);

        await Primes.Run(pool, [2, 3, 4, 5, 6, 7]);

        Assert.That(
            (pool.Jobs.Count, pool.LargestChunk),
            Is.EqualTo((6, 1)),
            "(jobs for six numbers, and how many numbers a worker was handed at once): expected one job for each number, so that a worker that is done early can take the next. Look at what is handed over: numbers or chunks of them."
        );
    }

    [Test]
    public async Task Answers_come_in_the_order_of_the_numbers()
    {
        var others = new Gate("the other numbers to be answered", Limits.Probe);
        var answered = 0;
        await using var pool = new ObservedPool(2)
        {
            Started = job =>
            {
                if (job.Number == 0)
                    others.Wait();
            },
            Ended = job =>
            {
                if (job.Number > 0 && Interlocked.Increment(ref answered) == 3)
                    others.Open();
            },
        };

        var answers = await Primes.Run(pool, [7, 8, 10, 11]);

        Assert.That(
            answers,
            Is.EqualTo([true, false, false, true]),
            "The first number was answered last, on purpose. Its answer still comes first: look at what puts the answers in order."
        );
    }

    [Test]
    public async Task A_number_that_comes_twice_is_answered_twice()
    {
        await using var pool = new ObservedPool(2);

        var answers = await Primes.Run(pool, [7, 7, 8, 7, 8]);

        Assert.That(
            answers,
            Is.EquivalentTo([true, true, false, true, false]),
            "Expected one answer for each number, the repeated ones included."
        );
    }

    [Test]
    public async Task All_workers_are_at_work_at_the_same_time()
    {
        var together = new Rendezvous(
            3,
            "three numbers to be tested at the same time",
            Limits.Probe
        );
        await using var pool = new ObservedPool(3) { Started = _ => together.Meet() };

        await Primes.Run(pool, [2, 3, 5, 7, 11]);

        Assert.That(
            together.HasMet,
            Is.True,
            "Expected the three workers to be inside a job at once."
        );
    }

    [Test]
    public async Task No_number_is_no_answer()
    {
        await using var pool = new ObservedPool(2);

        Assert.That(
            await Primes.Run(pool, []),
            Is.Empty,
            "No number was handed over, so there is no answer."
        );
    }

    [Test]
    public async Task The_executor_is_left_open_for_the_next_run()
    {
        await using var pool = new ObservedPool(2);

        await Primes.Run(pool, [2, 4]);

        await Assert.DoesNotThrowAsync(
            () => Primes.Run(pool, [3, 9]),
            "The executor belongs to the caller, who may want to use it again. Look at who shuts it down."
        );
    }

    [Test]
    public async Task A_cancelled_run_ends_as_cancelled()
    {
        await using var pool = new ObservedPool(2);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.CatchAsync<OperationCanceledException>(
            () => Primes.Run(pool, [2, 3, 4], cancelled),
            "Expected a run whose token was cancelled to end with an OperationCanceledException. Look at whether the token is handed on."
        );
    }

    [Test]
    public async Task The_jobs_of_a_run_that_is_cancelled_are_asked_to_stop()
    {
        using var cancellation = new CancellationTokenSource();
        using var end = new CancellationTokenSource();
        var together = new Rendezvous(2, "two numbers to be tested at the same time", Limits.Probe);
        await using var pool = new ObservedPool(2)
        {
            Started = job =>
            {
                together.Meet();
                cancellation.Cancel();
                WaitHandle.WaitAny([job.Token.WaitHandle, end.Token.WaitHandle], Limits.Probe);
            },
        };

        var run = Primes.Run(pool, [1000003, 1000033], cancellation.Token);
        var areAsked = await PolledWait.Until(
            () => pool.Jobs is { Count: >= 2 } jobs && jobs.All(job => job.IsAskedToStop),
            Limits.Return
        );
        await end.CancelAsync();
        await ((Task)run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        Assert.That(
            areAsked,
            Is.True,
            "The run was cancelled while two jobs were at work, and not all of them were asked to stop. Look at whether the executor is given the caller's token, or only Run looks at it."
        );
    }

    [Test]
    public async Task A_run_comes_back_to_its_caller_while_the_numbers_are_tested()
    {
        var gate = new Gate("the test to see that Run has come back");
        await using var pool = new ObservedPool(2) { Started = _ => gate.Wait() };

        Task<bool[]> run;
        try
        {
            run = HangGuard.Run(
                () => Primes.Run(pool, [3, 4]),
                "Run to come back with a task while its jobs are held",
                limit: Limits.Return
            );
            gate.WaitForArrivals(1);
        }
        finally
        {
            gate.Open();
        }

        Assert.That(
            await run,
            Is.EquivalentTo([true, false]),
            "Run came back early, and its task later gave other answers than the jobs."
        );
    }

    [Test]
    public async Task A_number_that_could_not_be_tested_has_no_answer()
    {
        await using var pool = new ObservedPool(2)
        {
            Started = job =>
            {
                if (job.Number == 1)
                    throw new InvalidOperationException("The worker crashed.");
            },
        };

        await Assert.CatchAsync<InvalidOperationException>(
            () => Primes.Run(pool, [7, 8, 9]),
            "The job of the second number failed. Expected the caller to learn of it, and not to get an answer that nobody has found."
        );
    }

    [Test]
    public async Task The_same_numbers_have_the_same_answers_on_every_executor()
    {
        await using var alone = new SequentialExecutor();
        await using var pool = new ThreadPoolExecutor(2);

        var answers = await Primes.Run(alone, [7, 8, 10, 11]);

        Assert.That(
            await Primes.Run(pool, [7, 8, 10, 11]),
            Is.EqualTo(answers),
            "One worker and two gave different answers to the same numbers."
        );
    }

    [Test]
    public async Task The_six_numbers_of_the_prime_problem_are_judged_rightly()
    {
        await using var pool = new ThreadPoolExecutor(2);

        var answers = await Primes.Run(pool, SixNumbers.All);

        await Verify(Table(answers));
    }

    private static string Table(bool[] answers) =>
        string.Join(
            "\n",
            SixNumbers.All.Zip(
                answers,
                (number, isPrime) => $"{number, 16}  {(isPrime ? "prime" : "not prime")}"
            )
        );
}
