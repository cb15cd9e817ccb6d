using Katas.Harness.Pools.Protocol;

namespace Katas.Harness.Pools.Processes;

/// <summary>What the workers report, each on the thread of its <see cref="WorkerLink"/>.</summary>
internal sealed partial class Dispatcher
{
    private const int MostAttempts = 3;

    private readonly List<WorkerLink> _starting = [];
    private readonly List<WorkerLink> _ready = [];
    private readonly List<WorkerLink> _leaving = [];
    private int _failedStarts;

    /// <summary>The process ids of the workers that are alive.</summary>
    public IReadOnlyList<int> ProcessIds
    {
        get
        {
            lock (_gate)
                return
                [
                    .. _starting
                        .Concat(_ready)
                        .Select(worker => worker.ProcessId)
                        .Where(id => id > 0),
                ];
        }
    }

    /// <summary>A worker has connected.</summary>
    /// <returns>Whether there is work for it.</returns>
    public bool OnConnected(WorkerLink worker)
    {
        lock (_gate)
        {
            if (_isShutDown && _waiting.Count == 0)
                return false;
            _starting.Remove(worker);
            _ready.Add(worker);
            _failedStarts = 0;
            if (_starting.Count == 0)
                _started.TrySetResult();
        }
        AssignJobs();
        return true;
    }

    /// <summary>A worker has sent a frame.</summary>
    public void OnFrame(WorkerLink worker, Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Started:
                lock (_gate)
                    worker.Load.Start(frame.Id);
                break;
            case FrameKind.Progress:
                lock (_gate)
                    worker.Load.Progress();
                break;
            case FrameKind.Returned:
                Requeue(worker, frame.Id);
                break;
            default:
                Finish(worker, frame);
                break;
        }
    }

    /// <summary>A worker's connection has ended. What it had not started goes to others; what it ran waits for <see cref="OnExited"/>.</summary>
    public void OnDisconnected(WorkerLink worker)
    {
        List<PoolJob> cancelled = [];
        lock (_gate)
        {
            _starting.Remove(worker);
            var wasReady = _ready.Remove(worker);
            _leaving.Add(worker);
            foreach (var job in worker.Load.RemoveUnstarted(MostAttempts))
            {
                job.FalseStarts++;
                if (!TryRequeue(job))
                    cancelled.Add(job);
            }
            if (wasReady && (!_isShutDown || _waiting.Count > 0))
                StartOne();
        }
        AssignJobs();
        foreach (var job in cancelled)
            job.Cancel();
    }

    /// <summary>A worker's process has ended.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="reason">Why; the job that it ran fails with it.</param>
    /// <param name="wasConnected">Whether it had connected at all.</param>
    public void OnExited(WorkerLink worker, Exception reason, bool wasConnected)
    {
        Action[] endings;
        lock (_gate)
        {
            endings =
            [
                .. worker
                    .Load.RemoveAll()
                    .Where(job => job.TryFinish())
                    .Select(job => Ending(worker, job, reason)),
                .. wasConnected ? [] : RetryStart(reason),
            ];
        }
        // The worker counts as leaving until its jobs' futures are completed, and so a shutdown waits for them.
        foreach (var end in endings)
            end();
        lock (_gate)
        {
            _leaving.Remove(worker);
            CloseWhenDone();
        }
    }

    /// <summary>How the future of a job that a worker ran to its own end is completed, once the lock is released.</summary>
    private Action Ending(WorkerLink worker, PoolJob job, Exception reason)
    {
        if (worker.Load.IsDismissed)
            return job.Cancel;
        if (!worker.Load.IsOverdue(job))
            return () => job.Fail(reason);
        var timeout = new TimeoutException(
            $"The job had not ended after its time limit of {_options.JobTimeout}, so its worker process {worker.ProcessId} was killed and replaced. Look for a loop without an end, or raise JobTimeout."
        );
        return () => job.Fail(timeout);
    }

    /// <summary>After a start that failed: another or, when several have failed in a row, the end of the pool.</summary>
    /// <returns>How the futures of the jobs that no worker will run are completed, once the lock is released.</returns>
    private Action[] RetryStart(Exception reason)
    {
        if (_isShutDown && _waiting.Count == 0)
            return [];
        if (++_failedStarts < MostAttempts)
        {
            StartOne();
            return [];
        }
        var broken = new InvalidOperationException(
            $"The pool's worker processes do not start, {MostAttempts} times in a row. The last: {reason.Message}",
            reason
        );
        _broken = broken;
        _started.TrySetException(broken);
        PoolJob[] dropped = [.. _waiting];
        foreach (var job in dropped)
            Drop(job);
        return [.. dropped.Select(job => (Action)(() => job.Fail(broken)))];
    }

    private void StartOne()
    {
        var worker = new WorkerLink(this, new WorkerLoad(_gate), _output);
        _starting.Add(worker);
        worker.Start();
    }

    /// <summary>Once a pool that is shut down has nothing left to do, its workers are disconnected; when the last has ended, so has the pool.</summary>
    private void CloseWhenDone()
    {
        if (!_isShutDown || _waiting.Count > 0 || _ready.Any(worker => worker.Load.Sent.Count > 0))
            return;
        foreach (var worker in _ready)
            worker.Close();
        if (_starting.Count + _ready.Count + _leaving.Count == 0)
            _ended.TrySetResult();
    }
}
