using Katas.Harness.Jobs;
using Katas.Harness.Pools.Protocol;

namespace Katas.Harness.Pools.Processes;

/// <summary>The way of the jobs: out to the workers, and back.</summary>
internal sealed partial class Dispatcher
{
    private static readonly TimeSpan CheckInterval = TimeSpan.FromMilliseconds(20);

    private bool _isChecking;

    /// <summary>Sends jobs to workers that have room, to idle ones first.</summary>
    private void AssignJobs()
    {
        WorkerLink? first = null;
        List<WorkerLink>? others = null;
        lock (_gate)
        {
            while (_waiting.First is { } place && LeastLoaded() is { } worker)
            {
                _waiting.RemoveFirst();
                Assign(worker, place.Value);
                first ??= worker;
                if (worker != first)
                    (others ??= []).Add(worker);
            }
        }
        first?.Flush();
        foreach (var worker in others ?? [])
            worker.Flush();
    }

    private WorkerLink? LeastLoaded()
    {
        WorkerLink? best = null;
        // Nothing is sent ahead of the last jobs: the worker that is free first gets them.
        var isAhead = _waiting.Count > _ready.Count;
        foreach (var worker in _ready.Where(worker => worker.Load.HasRoom(isAhead)))
        {
            if (best is null || worker.Load.Sent.Count < best.Load.Sent.Count)
                best = worker;
        }
        return best;
    }

    private void Assign(WorkerLink worker, PoolJob job)
    {
        job.Place = null;
        job.Worker = worker;
        if (worker.Load.Add(job))
            worker.Post(job.Method.Frame);
        worker.PostJob(job.Frame);
        if (_isChecking)
            return;
        _isChecking = true;
        _timer.Change(CheckInterval, Timeout.InfiniteTimeSpan);
    }

    private void Finish(WorkerLink worker, Frame frame)
    {
        var body = frame.Body.Span;
        var next = Frame.TakeNumber(ref body);
        PoolJob? job;
        lock (_gate)
        {
            job = TakeFrom(worker, frame.Id);
            worker.Load.Finish(next);
            if (job?.TryFinish() != true)
                job = null;
            CloseWhenDone();
        }
        AssignJobs();
        switch (frame.Kind)
        {
            case FrameKind.Result:
                job?.Succeed(body);
                break;
            case FrameKind.Cancelled:
                job?.Cancel();
                break;
            case FrameKind.Failed:
                var failure = new JobFailure(
                    Frame.TakeText(ref body),
                    Frame.TakeText(ref body),
                    Frame.TakeText(ref body)
                );
                job?.Fail(failure, body);
                break;
        }
    }

    /// <summary>A worker has handed back a job that it had not started.</summary>
    private void Requeue(WorkerLink worker, long id)
    {
        PoolJob? cancelled = null;
        lock (_gate)
        {
            if (TakeFrom(worker, id) is { } job && !TryRequeue(job))
                cancelled = job;
            CloseWhenDone();
        }
        AssignJobs();
        cancelled?.Cancel();
    }

    private static PoolJob? TakeFrom(WorkerLink worker, long id)
    {
        var job = worker.Load.Remove(id);
        if (job is not null)
            worker.Answered(job.Frame);
        return job;
    }

    /// <summary>Puts a job that has not started to the front of the queue.</summary>
    /// <returns><see langword="false"/> when the job was to stop, and now counts as ended: its future is to be cancelled.</returns>
    private bool TryRequeue(PoolJob job)
    {
        job.Worker = null;
        if (job.IsAskedToStop)
            return !job.TryFinish();
        job.Place = _waiting.AddFirst(job);
        return true;
    }

    /// <summary>
    /// While any job runs, looks every few milliseconds for jobs past their time limit, whose workers are killed, and for jobs stuck behind a
    /// long one, which are called back to the front of the queue.
    /// </summary>
    private void CheckRunningJobs()
    {
        List<WorkerLink> overdue = [];
        List<WorkerLink> recalled = [];
        lock (_gate)
        {
            foreach (var worker in _ready)
            {
                if (worker.Load.TryMarkOverdue(_options.JobTimeout))
                {
                    overdue.Add(worker);
                }
                else if (worker.Load.TryRecall())
                {
                    worker.Post(Frame.Bare(FrameKind.Recall, 0));
                    recalled.Add(worker);
                }
            }
            _isChecking = _ready.Any(worker => worker.Load.Sent.Count > 0);
            if (_isChecking)
                _timer.Change(CheckInterval, Timeout.InfiniteTimeSpan);
        }
        foreach (var worker in recalled)
            worker.Flush();
        foreach (var worker in overdue)
            worker.Kill();
    }
}
