using Katas.Harness.Executors;
using Katas.Harness.Executors.Contract;
using Katas.Harness.Jobs;
using Katas.Harness.Probes;

namespace Katas.Harness.Pools.Processes;

public class TrafficTests : PoolTest
{
    private const int Big = 64 * 1024 * 1024;

    [Test]
    public async Task A_result_of_64_MB_arrives_and_so_does_such_an_argument()
    {
        await using var pool = new ProcessPoolExecutor(1);

        var text = await Soon(pool.Submit(Jobs.Letters, Big), "a result of 64 MB");
        var length = await Soon(pool.Submit(Jobs.Length, text), "an argument of 64 MB");

        Assert.That(text, Has.Length.EqualTo(Big));
        Assert.That(length, Is.EqualTo(Big));
    }

    [Test]
    public async Task A_million_jobs_leave_no_trace_in_memory()
    {
        const int jobs = 1_000_000;
        await using var pool = new ProcessPoolExecutor(2);
        await Soon(pool.Map(Jobs.Next, Enumerable.Range(0, 20_000), 100), "the first jobs");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var sum = 0L;

        await HangGuard.Finish(
            Task.Run(async () =>
            {
                await foreach (var number in pool.Stream(Jobs.Next, Enumerable.Range(0, jobs), 100))
                    sum += number;
            }),
            "a million jobs",
            limit: TimeSpan.FromSeconds(100)
        );

        Assert.That(sum, Is.EqualTo(jobs * (jobs + 1L) / 2));
        Assert.That(
            GC.GetTotalMemory(forceFullCollection: true) - before,
            Is.LessThan(4 * 1024 * 1024)
        );
    }

    [Test]
    public async Task What_a_job_prints_is_read_and_never_mixed_into_results()
    {
        await using var output = new StringWriter();
        await using (
            var pool = new ProcessPoolExecutor(
                new ProcessPoolOptions { Workers = 2, Output = output }
            )
        )
        {
            var floods = await Soon(pool.Map(Jobs.Flood, [2000, 2000]), "two jobs that print 8 MB");
            Assert.That(floods, Is.EqualTo([2000, 2000]));
        }

        var lines = output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var expected = Enumerable
            .Repeat("out 🍜 " + new string('o', 1000), 4000)
            .Concat(Enumerable.Repeat("err 🍜 " + new string('e', 1000), 4000));
        Assert.That(
            lines.Order(StringComparer.Ordinal),
            Is.EqualTo(expected.Order(StringComparer.Ordinal))
        );
    }

    [Test]
    public async Task Output_that_throws_holds_up_no_job()
    {
        await using var broken = new StringWriter();
        await broken.DisposeAsync();
        await using var pool = new ProcessPoolExecutor(
            new ProcessPoolOptions { Workers = 1, Output = broken }
        );

        var floods = await Soon(pool.Map(Jobs.Flood, [500, 500]), "two jobs that print 1 MB");

        Assert.That(floods, Is.EqualTo([500, 500]));
    }

    [Test]
    public async Task A_job_that_reads_the_console_finds_its_end()
    {
        await using var pool = new ProcessPoolExecutor(1);

        Assert.That(await Soon(pool.Submit(Jobs.ReadConsole, 0), "a job that reads"), Is.Null);
    }

    [Test]
    public async Task Workers_are_children_of_this_process_and_share_no_statics()
    {
        await using var pool = new ProcessPoolExecutor(2);
        await Soon(pool.Started, "the workers");
        var workers = Watch(pool);

        var calls = await Soon(pool.Map(Jobs.CountCalls, Enumerable.Range(0, 50)), "fifty calls");

        Assert.That(
            workers.Select(worker => worker.ParentId),
            Is.All.EqualTo(Environment.ProcessId)
        );
        Assert.That(
            workers.Select(worker => worker.Id),
            Is.Unique.And.None.EqualTo(Environment.ProcessId)
        );
        Assert.That(calls.Max(), Is.LessThanOrEqualTo(50));
        Assert.That(
            Jobs.CountCalls(0, CancellationToken.None),
            Is.EqualTo(1),
            "Nobody has counted in this process."
        );
    }

    [Test]
    public async Task Two_jobs_that_need_each_other_meet_even_after_a_thousand_short_ones()
    {
        await using var pool = new ProcessPoolExecutor(2);
        // Short jobs teach the pool to send several ahead to one worker; jobs that wait for each other must still be apart.
        await Soon(pool.Map(Jobs.Next, Enumerable.Range(0, 1000)), "a thousand short jobs");
        var shortOnes = Enumerable.Range(0, 30).Select(i => pool.Submit(Jobs.Next, i)).ToArray();

        var both = Enumerable
            .Range(0, 2)
            .Select(id =>
                pool.Submit(ContractJobs.Meet, new Place(Folder, id, 2, WaitLimit.TotalSeconds))
            )
            .ToArray();

        Assert.That(await Soon(Task.WhenAll(both), "two jobs to meet"), Is.EqualTo([0, 1]));
        await Soon(Task.WhenAll(shortOnes), "the short ones");
    }

    [Test]
    public async Task Short_jobs_sent_ahead_do_not_wait_for_the_long_one_before_them()
    {
        await using var pool = new ProcessPoolExecutor(2);
        // Both workers are held until all is submitted, so that plenty of short jobs wait, and are sent ahead, before and behind the long one.
        var holds = new[] { 2, 4 }.Select(id => pool.Submit(ContractJobs.Hold, Here(id))).ToArray();
        var before = Enumerable.Range(0, 300).Select(i => pool.Submit(Jobs.Next, i)).ToArray();
        var longOne = pool.Submit(ContractJobs.EndAfterTheNext, Here(0));
        var behind = Enumerable.Range(0, 300).Select(i => pool.Submit(Jobs.Next, i)).ToArray();
        Signals.Set(Folder, "open");

        await Soon(Task.WhenAll([.. holds, .. before, .. behind]), "the short jobs");

        Assert.That(
            longOne.IsCompleted,
            Is.False,
            "The short jobs ended only after the long one had given up: those sent ahead behind it were not called back."
        );
        Signals.Set(Folder, "end-1");
        await Soon(longOne, "the long job");

        Place Here(int id) => new(Folder, id, 0, WaitLimit.TotalSeconds);
    }

    [Test]
    public async Task Tuples_numbers_beyond_numbers_and_generic_jobs_travel()
    {
        await using var pool = new ProcessPoolExecutor(1);

        Assert.That(
            await Soon(pool.Submit(Jobs.Tuple, ("라면", double.NaN)), "a tuple"),
            Is.EqualTo(("라면!", double.NaN))
        );
        Assert.That(
            await Soon(pool.Submit<int[], int[]>(Jobs.Same, [1, 2]), "an array"),
            Is.EqualTo([1, 2])
        );
        Assert.That(await Soon(pool.Submit<string?, string?>(Jobs.Same, null), "nothing"), Is.Null);
        Assert.That(
            await Soon(pool.Submit((int n, CancellationToken _) => n * 3, 3), "a lambda"),
            Is.EqualTo(9)
        );
    }

    [Test]
    public async Task A_result_that_JSON_cannot_carry_fails_its_job_and_not_the_worker()
    {
        await using var pool = new ProcessPoolExecutor(1);

        var e = await Failure<RemoteJobException>(pool.Submit(Jobs.Unwritable, 1));

        Assert.That(e.RemoteType, Is.EqualTo(typeof(NotSupportedException).FullName));
        Assert.That(await Soon(pool.Submit(Jobs.Next, 1), "a job after it"), Is.EqualTo(2));
    }
}
