using Katas.Harness.Executors;
using Katas.Harness.Pools.Protocol;

namespace Katas.Harness.Pools.Processes;

/// <summary>
/// Which worker runs which job: keeps the jobs that wait and the workers that live, assigns jobs, takes them back, replaces workers that died.
/// Everything is decided under one lock; sending and completing futures happen outside it. This part is what the pool's owner asks for.
/// </summary>
internal sealed partial class Dispatcher : IDisposable
{
    private readonly Lock _gate = new();
    private readonly LinkedList<PoolJob> _waiting = new();
    private readonly TaskCompletionSource _started = NewSignal();
    private readonly TaskCompletionSource _ended = NewSignal();
    private readonly ProcessPoolOptions _options;
    private readonly TextWriter? _output;
    private readonly Timer _timer;
    private Exception? _broken;
    private long _lastJob;
    private bool _isShutDown;

    public Dispatcher(ProcessPoolOptions options)
    {
        _options = options;
        // One wrapper for all workers, so that each line is written whole, under a lock that nobody else can hold.
        _output = options.Output is { } output ? TextWriter.Synchronized(output) : null;
        _timer = new Timer(_ => CheckRunningJobs());
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
            else
                job.TryFinish();
        }
        if (broken is null)
            AssignJobs();
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
                CloseWhenDone();
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
                asked = [.. _ready.Where(worker => worker.Load.Sent.Count > 0)];
                foreach (var worker in asked)
                    CancelAll(worker);
            }
            CloseWhenDone();
        }
        foreach (var job in dropped)
            job.Cancel();
        foreach (var worker in asked)
            worker.Flush();
        // Not awaited: the end of the pool is awaited instead, which it brings about. It does not throw.
        if (asked.Length > 0)
            _ = KillAfterGrace(asked);
        return _ended.Task;
    }

    public void Dispose() => _timer.Dispose();

    private static TaskCompletionSource NewSignal() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static void CancelAll(WorkerLink worker)
    {
        foreach (var job in worker.Load.Sent)
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
    private async Task KillAfterGrace(WorkerLink[] workers)
    {
        await Task.WhenAny(_ended.Task, Task.Delay(_options.Grace, TimeProvider.System))
            .ConfigureAwait(false);
        foreach (var worker in workers)
        {
            bool isDismissed;
            lock (_gate)
                isDismissed = worker.Load.TryDismiss();
            if (isDismissed)
                worker.Kill();
        }
    }
}
