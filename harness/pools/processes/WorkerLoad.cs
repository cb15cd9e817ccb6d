using System.Diagnostics;

namespace Katas.Harness.Pools.Processes;

/// <summary>
/// What one worker was sent and which job it runs, as the dispatcher knows it. Every member demands the dispatcher's lock and throws a
/// <see cref="SynchronizationLockException"/> without it.
/// </summary>
/// <param name="gate">The dispatcher's lock.</param>
internal sealed class WorkerLoad(Lock gate)
{
    private const int DeepestQueue = 32;
    private static readonly TimeSpan ShortJob = TimeSpan.FromMilliseconds(0.5);
    private static readonly TimeSpan LongJob = TimeSpan.FromMilliseconds(20);

    private readonly List<PoolJob> _sent = [];
    private readonly HashSet<long> _methods = [];
    private long _running;
    private long _since;
    private long _overdue;
    private int _depth = 1;
    private bool _isDismissed;

    private WorkerLoad Locked =>
        gate.IsHeldByCurrentThread
            ? this
            : throw new SynchronizationLockException(
                "A worker's load is read and changed under the dispatcher's lock only."
            );

    /// <summary>The jobs that it was sent and has not answered, in order.</summary>
    public IReadOnlyList<PoolJob> Sent => Locked._sent;

    /// <summary>Whether it may be sent another job.</summary>
    /// <param name="isAhead">Whether a job may be sent ahead of the one that runs.</param>
    public bool HasRoom(bool isAhead) =>
        Locked._overdue == 0 && _sent.Count < (isAhead ? _depth : 1);

    /// <summary>Notes a job as sent.</summary>
    /// <returns>Whether the job's method is new to the worker.</returns>
    public bool Add(PoolJob job)
    {
        Locked._sent.Add(job);
        return _methods.Add(job.Method.Id);
    }

    /// <summary>Takes out a job that the worker has answered; <see langword="null"/> when it has no such job.</summary>
    public PoolJob? Remove(long id)
    {
        var index = Locked._sent.FindIndex(job => job.Id == id);
        if (index < 0)
            return null;
        var job = _sent[index];
        _sent.RemoveAt(index);
        return job;
    }

    /// <summary>Takes out every job.</summary>
    public IReadOnlyList<PoolJob> RemoveAll()
    {
        PoolJob[] all = [.. Locked._sent];
        _sent.Clear();
        return all;
    }

    /// <summary>Takes out the jobs that the worker, which is gone, has not started, the last first.</summary>
    /// <param name="mostFalseStarts">A job that as many workers have died with counts as started.</param>
    public IReadOnlyList<PoolJob> RemoveUnstarted(int mostFalseStarts)
    {
        // What it started after it was to be killed for another job is not lost either: the pool has killed it, not the job.
        var wasRunning = Locked._overdue == 0 ? _running : _overdue;
        PoolJob[] unstarted =
        [
            .. _sent
                .Where(job => job.Id != wasRunning && job.FalseStarts < mostFalseStarts)
                .Reverse(),
        ];
        _sent.RemoveAll(unstarted.Contains);
        return unstarted;
    }

    /// <summary>Notes that a job has started, on a worker that was idle.</summary>
    public void Start(long id) => (Locked._running, _since) = (id, Stopwatch.GetTimestamp());

    /// <summary>Notes that the running job has done one more of its arguments.</summary>
    public void Progress() => Locked._since = Stopwatch.GetTimestamp();

    /// <summary>Notes that the running job has ended and another has started.</summary>
    /// <param name="next">The other's number; 0 for none.</param>
    public void Finish(long next)
    {
        var took = Stopwatch.GetElapsedTime(Locked._since);
        // Jobs are sent ahead, so that a worker need not wait for the next: many short ones, one of usual length, and none behind a long one.
        _depth =
            took < ShortJob ? Math.Min(DeepestQueue, _depth * 2)
            : took < LongJob ? 2
            : 1;
        Start(next);
    }

    /// <summary>Marks the running job as past its time limit, if it is and was not before.</summary>
    public bool TryMarkOverdue(TimeSpan? limit)
    {
        if (Locked._running == 0 || _overdue != 0 || !(Stopwatch.GetElapsedTime(_since) > limit))
            return false;
        _overdue = _running;
        return true;
    }

    /// <summary>Whether the worker was killed because this job was past its time limit.</summary>
    public bool IsOverdue(PoolJob job) => Locked._overdue == job.Id;

    /// <summary>Whether jobs wait behind a long one; from then on none is sent ahead.</summary>
    public bool TryRecall()
    {
        var isStuck =
            Locked is { _running: not 0, _overdue: 0, _sent.Count: > 1 }
            && Stopwatch.GetElapsedTime(_since) > LongJob;
        if (isStuck)
            _depth = 1;
        return isStuck;
    }

    /// <summary>Marks a worker that still has jobs as one that is killed because a shutdown does not wait any longer.</summary>
    public bool TryDismiss() => _isDismissed = Locked._sent.Count > 0;

    /// <summary>Whether the worker is killed because a shutdown does not wait any longer.</summary>
    public bool IsDismissed => Locked._isDismissed;
}
