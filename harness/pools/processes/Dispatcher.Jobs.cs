using System.Diagnostics;
using Katas.Harness.Jobs;
using Katas.Harness.Pools.Protocol;

namespace Katas.Harness.Pools.Processes;

/// <summary>The way of the jobs: out to the workers, and back.</summary>
internal sealed partial class Dispatcher
{
    /// <summary>What the system and the worker keep for a frame besides its bytes, generously.</summary>
    private const int Overhead = 1024;
    private const int DeepestQueue = 32;
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(0.5);
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(20);

    private bool _isLookingRound;

    /// <summary>Gives jobs to workers that have room, to idle ones first.</summary>
    private void HandOut()
    {
        WorkerLink? first = null;
        List<WorkerLink>? others = null;
        lock (_gate)
        {
            while (_waiting.First is { } place && Pick() is { } worker)
            {
                _waiting.RemoveFirst();
                Give(worker, place.Value);
                first ??= worker;
                if (worker != first)
                    (others ??= []).Add(worker);
            }
        }
        first?.Flush();
        foreach (var worker in others ?? [])
            worker.Flush();
    }

    private WorkerLink? Pick()
    {
        WorkerLink? best = null;
        // Nothing is sent ahead of the last jobs: who is free first shall have them.
        var plenty = _waiting.Count > _ready.Count;
        foreach (var worker in _ready)
        {
            var depth = plenty ? worker.Depth : 1;
            var hasRoom = worker.Overdue == 0 && worker.Sent.Count < depth;
            if (hasRoom && (best is null || worker.Sent.Count < best.Sent.Count))
                best = worker;
        }
        return best;
    }

    private void Give(WorkerLink worker, PoolJob job)
    {
        job.Place = null;
        job.Worker = worker;
        worker.Sent.Add(job);
        worker.Unread += job.Frame.Length + Overhead;
        if (worker.Methods.Add(job.Method.Id))
            worker.Post(job.Method.Frame);
        worker.Post(job.Frame);
        if (!_isLookingRound)
        {
            _isLookingRound = true;
            _timer.Change(Round, Timeout.InfiniteTimeSpan);
        }
    }

    private void Finish(WorkerLink worker, Frame frame)
    {
        var body = frame.Body.Span;
        var next = Frame.TakeNumber(ref body);
        PoolJob? job;
        lock (_gate)
        {
            job = TakeFrom(worker, frame.Id);
            Learn(worker, Stopwatch.GetElapsedTime(worker.Since));
            worker.Running = next;
            worker.Since = Stopwatch.GetTimestamp();
            if (job?.TryFinish() != true)
                job = null;
            LetGoWhenDone();
        }
        HandOut();
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

    /// <summary>Jobs are sent ahead, so that a worker need not wait for the next: many short ones, one of usual length, and none behind a long one.</summary>
    private static void Learn(WorkerLink worker, TimeSpan took) =>
        worker.Depth =
            took < Short ? Math.Min(DeepestQueue, worker.Depth * 2)
            : took < Long ? 2
            : 1;

    private void TakeBack(WorkerLink worker, long id)
    {
        PoolJob? cancelled = null;
        lock (_gate)
        {
            if (TakeFrom(worker, id) is { } job && PutBack(job))
                cancelled = job;
            LetGoWhenDone();
        }
        HandOut();
        cancelled?.Cancel();
    }

    private static PoolJob? TakeFrom(WorkerLink worker, long id)
    {
        var index = worker.Sent.FindIndex(job => job.Id == id);
        if (index < 0)
            return null;
        var job = worker.Sent[index];
        worker.Sent.RemoveAt(index);
        worker.Unread -= job.Frame.Length + Overhead;
        return job;
    }

    /// <summary>Puts a job that has not started to the front, or drops it when somebody wants it to stop.</summary>
    /// <returns>Whether it was dropped.</returns>
    private bool PutBack(PoolJob job)
    {
        job.Worker = null;
        if (job.IsAskedToStop)
            return job.TryFinish();
        job.Place = _waiting.AddFirst(job);
        return false;
    }

    /// <summary>While anything runs, looks every few milliseconds for jobs past their time limit, and for jobs stuck behind a long one, which go back to the front of the queue.</summary>
    private void LookRound()
    {
        List<WorkerLink> overdue = [];
        List<WorkerLink> recalled = [];
        lock (_gate)
        {
            foreach (var worker in _ready.Where(worker => worker is { Running: not 0, Overdue: 0 }))
            {
                var since = Stopwatch.GetElapsedTime(worker.Since);
                if (since > _options.JobTimeout)
                {
                    worker.Overdue = worker.Running;
                    overdue.Add(worker);
                }
                else if (worker.Sent.Count > 1 && since > Long)
                {
                    worker.Depth = 1;
                    worker.Post(Frame.Bare(FrameKind.Recall, 0));
                    recalled.Add(worker);
                }
            }
            _isLookingRound = _ready.Any(worker => worker.Sent.Count > 0);
            if (_isLookingRound)
                _timer.Change(Round, Timeout.InfiniteTimeSpan);
        }
        foreach (var worker in recalled)
            worker.Flush();
        foreach (var worker in overdue)
            worker.Kill();
    }
}
