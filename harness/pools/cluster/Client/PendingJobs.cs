namespace Katas.Harness.Pools.Cluster.Client;

/// <summary>The jobs of one executor that have not ended. Each leaves once: what comes for it after that is a duplicate.</summary>
internal sealed class PendingJobs
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, ClusterJob> _jobs = [];
    private readonly TaskCompletionSource _ended = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private bool _closed;
    private bool _cancelled;
    private Exception? _lost;

    /// <summary>Completes when no job is accepted any more and the last one has ended.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Whether jobs are accepted no more.</summary>
    public bool IsClosed
    {
        get
        {
            lock (_gate)
                return _closed;
        }
    }

    /// <summary>Takes a job in; <see langword="false"/> when none is accepted any more. With the connection lost for good, the job fails at once.</summary>
    public bool TryAdd(ClusterJob job)
    {
        Exception lost;
        lock (_gate)
        {
            if (_closed)
                return false;
            if (_lost is null)
            {
                _jobs.Add(job.Number, job);
                return true;
            }
            lost = _lost;
        }
        job.Fail(lost);
        return true;
    }

    /// <summary>Takes a job out; <see langword="null"/> when it has left already.</summary>
    public ClusterJob? Take(long number)
    {
        lock (_gate)
        {
            if (_jobs.Remove(number, out var job))
                EndIfEmpty();
            return job;
        }
    }

    /// <summary>Takes a job out unless a worker has begun with it.</summary>
    public bool TakeUnlessStarted(ClusterJob job)
    {
        lock (_gate)
        {
            if (job.Workers.Count > 0 || !_jobs.Remove(job.Number))
                return false;
            EndIfEmpty();
            return true;
        }
    }

    /// <summary>The connection is lost for good: fails all jobs, and those that are still to come.</summary>
    public void FailAll(Exception reason)
    {
        lock (_gate)
            _lost = reason;
        foreach (var job in TakeWhere(_ => true))
            job.Fail(reason);
    }

    /// <summary>Takes out all jobs with which no worker has begun; the others are to stop.</summary>
    public IReadOnlyList<ClusterJob> TakeWaiting()
    {
        lock (_gate)
            _cancelled = true;
        return TakeWhere(job => job.Workers.Count == 0);
    }

    /// <summary>Notes that a worker has begun with a job; <see langword="false"/> when the job has left, or is to stop.</summary>
    /// <param name="number">The job.</param>
    /// <param name="worker">The worker.</param>
    /// <param name="before">The worker that had begun with it before, if one had.</param>
    public bool NoteStarted(long number, string worker, out string? before)
    {
        before = null;
        lock (_gate)
        {
            if (!_jobs.TryGetValue(number, out var job))
                return false;
            before = job.Workers is [.., var last] ? last : null;
            job.StartedBy(worker);
            return !_cancelled && !job.CancellationToken.IsCancellationRequested;
        }
    }

    /// <summary>The jobs of which the broker has not confirmed that it has them, oldest first.</summary>
    public IReadOnlyList<ClusterJob> Unconfirmed()
    {
        lock (_gate)
            return [.. _jobs.Values.Where(job => !job.IsConfirmed).OrderBy(job => job.Number)];
    }

    /// <summary>Accepts no more jobs.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            EndIfEmpty();
        }
    }

    private ClusterJob[] TakeWhere(Func<ClusterJob, bool> condition)
    {
        lock (_gate)
        {
            ClusterJob[] taken = [.. _jobs.Values.Where(condition)];
            foreach (var job in taken)
                _jobs.Remove(job.Number);
            EndIfEmpty();
            return taken;
        }
    }

    private void EndIfEmpty()
    {
        if (_closed && _jobs.Count == 0)
            _ended.TrySetResult();
    }
}
