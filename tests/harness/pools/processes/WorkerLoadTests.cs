namespace Katas.Harness.Pools.Processes;

public class WorkerLoadTests
{
    private readonly Lock _gate = new();
    private WorkerLoad _load = null!;
    private long _ids;

    [SetUp]
    public void MakeLoad() => _load = new WorkerLoad(_gate);

    [Test]
    public void Nobody_touches_it_without_the_dispatchers_lock()
    {
        Action[] uses =
        [
            () => _load.Add(NewJob()),
            () => _load.Remove(1),
            () => _load.RemoveAll(),
            () => _load.RemoveUnstarted(3),
            () => _load.Start(1),
            () => _load.Progress(),
            () => _load.Finish(1),
            () => _load.HasRoom(isAhead: true),
            () => _load.IsOverdue(NewJob()),
            () => _load.TryMarkOverdue(null),
            () => _load.TryRecall(),
            () => _load.TryDismiss(),
            () => _ = _load.IsDismissed,
            () => _ = _load.Sent,
        ];

        foreach (var use in uses)
            Assert.Throws<SynchronizationLockException>(() => use());
    }

    [Test]
    public void A_worker_that_is_gone_gives_back_what_it_had_not_started_the_last_first()
    {
        lock (_gate)
        {
            SingleJob<int, int>[] jobs = [NewJob(), NewJob(), NewJob()];
            foreach (var job in jobs)
                _load.Add(job);
            _load.Start(jobs[0].Id);

            var unstarted = _load.RemoveUnstarted(3);

            Assert.That(unstarted, Is.EqualTo([jobs[2], jobs[1]]));
            Assert.That(
                _load.Sent,
                Is.EqualTo([jobs[0]]),
                "It is lost with the worker that ran it."
            );
        }
    }

    [Test]
    public void A_job_that_started_after_its_worker_was_condemned_for_another_is_given_back()
    {
        lock (_gate)
        {
            var (late, innocent) = (NewJob(), NewJob());
            _load.Add(late);
            _load.Add(innocent);
            _load.Start(late.Id);
            Assert.That(_load.TryMarkOverdue(TimeSpan.FromTicks(-1)), Is.True);

            _load.Remove(late.Id);
            _load.Finish(innocent.Id);

            Assert.That(_load.RemoveUnstarted(3), Is.EqualTo([innocent]));
        }
    }

    [Test]
    public void A_job_with_which_three_workers_died_before_it_started_counts_as_started()
    {
        lock (_gate)
        {
            var job = NewJob();
            job.FalseStarts = 3;
            _load.Add(job);

            Assert.That(_load.RemoveUnstarted(3), Is.Empty);
        }
    }

    private SingleJob<int, int> NewJob()
    {
        var method = new PoolMethod(1, ReadOnlyMemory<byte>.Empty);
        var job = new SingleJob<int, int>(method, 0, CancellationToken.None);
        job.Register(++_ids);
        return job;
    }
}
