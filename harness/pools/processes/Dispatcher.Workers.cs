using System.Diagnostics;
using Katas.Harness.Pools.Protocol;

namespace Katas.Harness.Pools.Processes;

internal sealed partial class Dispatcher
{
    private const int TriesToStart = 3;

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

    /// <summary>A worker has come.</summary>
    /// <returns>Whether there is work for it.</returns>
    public bool Ready(WorkerLink worker)
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
        HandOut();
        return true;
    }

    /// <summary>A worker says something.</summary>
    public void Hear(WorkerLink worker, Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Started:
                lock (_gate)
                {
                    worker.Running = frame.Id;
                    worker.Since = Stopwatch.GetTimestamp();
                }
                break;
            case FrameKind.Progress:
                lock (_gate)
                    worker.Since = Stopwatch.GetTimestamp();
                break;
            case FrameKind.Returned:
                TakeBack(worker, frame.Id);
                break;
            default:
                Finish(worker, frame);
                break;
        }
    }

    /// <summary>A worker's connection has ended. What it had not started goes to others; what it ran waits for <see cref="Gone"/>.</summary>
    public void Leave(WorkerLink worker)
    {
        List<PoolJob> cancelled = [];
        lock (_gate)
        {
            _starting.Remove(worker);
            var wasReady = _ready.Remove(worker);
            _leaving.Add(worker);
            foreach (
                var job in worker.Sent.Where(job => !IsVictim(worker, job)).Reverse().ToArray()
            )
            {
                worker.Sent.Remove(job);
                job.FalseStarts++;
                if (PutBack(job))
                    cancelled.Add(job);
            }
            if (wasReady && (!_isShutDown || _waiting.Count > 0))
                StartOne();
        }
        HandOut();
        foreach (var job in cancelled)
            job.Cancel();
    }

    /// <summary>A worker's process has ended.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="reason">For the job that it ran.</param>
    /// <param name="hasLived">Whether it had come at all.</param>
    public void Gone(WorkerLink worker, Exception reason, bool hasLived)
    {
        List<PoolJob> victims;
        lock (_gate)
        {
            victims = [.. worker.Sent.Where(job => job.TryFinish())];
            worker.Sent.Clear();
            if (!hasLived)
                victims.AddRange(TryAgain(reason));
            LetGoWhenDone();
        }
        foreach (var job in victims)
            Fail(job, worker, _broken ?? reason);
        lock (_gate)
        {
            _leaving.Remove(worker);
            LetGoWhenDone();
        }
    }

    private void Fail(PoolJob job, WorkerLink worker, Exception reason)
    {
        if (worker.IsDismissed)
            job.Cancel();
        else if (worker.Overdue == job.Id)
            job.Fail(
                new TimeoutException(
                    $"The job had not ended after its time limit of {_options.JobTimeout}, so its worker process {worker.ProcessId} was killed and replaced. Look for a loop without an end, or raise JobTimeout."
                )
            );
        else
            job.Fail(reason);
    }

    /// <summary>A job that had started is lost with its worker, unless it started after the pool had condemned the worker for another.</summary>
    private static bool IsVictim(WorkerLink worker, PoolJob job) =>
        (worker.Running == job.Id && (worker.Overdue == 0 || worker.Overdue == job.Id))
        || job.FalseStarts >= TriesToStart;

    /// <summary>After a start that failed: another, or, when several have failed in a row, the end of the pool.</summary>
    /// <returns>The jobs that nobody will run.</returns>
    private List<PoolJob> TryAgain(Exception reason)
    {
        if (_isShutDown && _waiting.Count == 0)
            return [];
        if (++_failedStarts < TriesToStart)
        {
            StartOne();
            return [];
        }
        _broken = new InvalidOperationException(
            $"The pool's worker processes do not start, {TriesToStart} times in a row. The last: {reason.Message}",
            reason
        );
        _started.TrySetException(_broken);
        PoolJob[] all = [.. _waiting];
        foreach (var job in all)
            Drop(job);
        return [.. all];
    }

    private void StartOne()
    {
        var worker = new WorkerLink(this, _options.Output);
        _starting.Add(worker);
        worker.Start();
    }

    /// <summary>Once a pool that is shut down has nothing left to do, its workers go; when the last is gone, so is the pool.</summary>
    private void LetGoWhenDone()
    {
        if (!_isShutDown || _waiting.Count > 0 || _ready.Any(worker => worker.Sent.Count > 0))
            return;
        foreach (var worker in _ready)
            worker.Close();
        if (_starting.Count + _ready.Count + _leaving.Count == 0)
            _allGone.TrySetResult();
    }
}
