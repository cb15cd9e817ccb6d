using Katas.Harness.Executors;
using Katas.Harness.Pools.Protocol;

namespace Katas.Harness.Pools.Processes;

/// <summary>
/// Who does what: keeps the jobs that wait and the workers that live, hands out, takes back, replaces. Everything is decided under one lock;
/// sending and completing futures happen outside it. This half is what the pool's owner asks for, the other what the workers report.
/// </summary>
internal sealed partial class Dispatcher : IDisposable
{
    private readonly Lock _gate = new();
    private readonly LinkedList<PoolJob> _waiting = new();
    private readonly TaskCompletionSource _started = NewSignal();
    private readonly TaskCompletionSource _allGone = NewSignal();
    private readonly ProcessPoolOptions _options;
    private readonly Timer _timer;
    private Exception? _broken;
    private long _lastJob;
    private bool _isShutDown;

    public Dispatcher(ProcessPoolOptions options)
    {
        _options = options;
        _timer = new Timer(_ => LookRound());
        lock (_gate)
        {
            for (var i = 0; i < options.Workers; i++)
                StartOne();
        }
    }

    /// <summary>Completes when the first workers are all there.</summary>
    public Task Started => _started.Task;

    /// <summary>Whether no more jobs are accepted.</summary>
    public bool IsShutDown
    {
        get
        {
            lock (_gate)
                return _isShutDown;
        }
    }

    /// <summary>Puts a job into the queue.</summary>
    /// <exception cref="ShutDownException">The pool is shut down.</exception>
    public void Add(PoolJob job, ProcessPoolExecutor owner)
    {
        Exception? broken;
        lock (_gate)
        {
            ShutDownException.ThrowIf(_isShutDown, owner);
            if (job.IsDone)
                return;
            job.Register(++_lastJob);
            broken = _broken;
            if (broken is null)
                job.Place = _waiting.AddLast(job);
        }
        if (broken is null)
            HandOut();
        else
            job.Fail(broken);
    }

    /// <summary>Drops a job that waits; asks one that a worker has to stop.</summary>
    public void Cancel(PoolJob job)
    {
        WorkerLink? worker;
        lock (_gate)
        {
            if (job.IsDone)
                return;
            job.IsAskedToStop = true;
            worker = job.Worker;
            if (worker is null)
            {
                Drop(job);
                // A shutdown may have found the job between the queue and the workers; without it there is nothing left to wait for.
                LetGoWhenDone();
            }
            else
                worker.Post(Frame.Bare(FrameKind.Cancel, job.Id));
        }
        if (worker is null)
            job.Cancel();
        else
            worker.Flush();
    }

    /// <summary>Accepts no more jobs; completes when every job has ended and every worker is gone.</summary>
    public Task Shutdown(bool cancelPending)
    {
        PoolJob[] dropped = [];
        WorkerLink[] asked = [];
        lock (_gate)
        {
            _isShutDown = true;
            _started.TrySetCanceled();
            if (cancelPending)
            {
                dropped = [.. _waiting];
                foreach (var job in dropped)
                    Drop(job);
                asked = [.. _ready.Where(worker => worker.Sent.Count > 0)];
                foreach (var worker in asked)
                    AskAllToStop(worker);
            }
            LetGoWhenDone();
        }
        foreach (var job in dropped)
            job.Cancel();
        foreach (var worker in asked)
            worker.Flush();
        if (asked.Length > 0)
            _ = DismissLater(asked);
        return _allGone.Task;
    }

    public void Dispose() => _timer.Dispose();

    private static TaskCompletionSource NewSignal() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static void AskAllToStop(WorkerLink worker)
    {
        foreach (var job in worker.Sent)
        {
            job.IsAskedToStop = true;
            worker.Post(Frame.Bare(FrameKind.Cancel, job.Id));
        }
    }

    private void Drop(PoolJob job)
    {
        job.TryFinish();
        if (job.Place is { } place)
            _waiting.Remove(place);
        job.Place = null;
    }

    /// <summary>Unlike a thread, a process can be made to stop.</summary>
    private async Task DismissLater(WorkerLink[] workers)
    {
        await Task.WhenAny(_allGone.Task, Task.Delay(_options.Grace, TimeProvider.System))
            .ConfigureAwait(false);
        foreach (var worker in workers)
        {
            lock (_gate)
                worker.IsDismissed = worker.Sent.Count > 0;
            if (worker.IsDismissed)
                worker.Kill();
        }
    }
}
