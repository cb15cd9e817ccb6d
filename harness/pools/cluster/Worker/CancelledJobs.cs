namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>The jobs that were cancelled, as far as this worker has received the notices; and the one that it runs, which is asked to stop.</summary>
internal sealed class CancelledJobs
{
    /// <summary>Most of these jobs go to other workers and are never seen here, so the oldest notices are dropped at some point.</summary>
    private const int Remembered = 100_000;

    private readonly Lock _gate = new();
    private readonly HashSet<(string Executor, string? Job)> _notices = [];
    private readonly Queue<(string Executor, string? Job)> _oldestFirst = new();
    private Delivery? _current;
    private CancellationTokenSource? _stop;

    /// <summary>Notes that a job was cancelled or, with no job named, all of an executor's.</summary>
    public void Add(string executor, string? job)
    {
        lock (_gate)
        {
            if (!_notices.Add((executor, job)))
                return;
            _oldestFirst.Enqueue((executor, job));
            if (_oldestFirst.Count > Remembered)
                _notices.Remove(_oldestFirst.Dequeue());
            if (_current is not null && Contains(_current))
                // Not awaited: what the job's own callbacks throw is the job's affair.
                _ = _stop!.CancelAsync();
        }
    }

    /// <summary>Begins with a job.</summary>
    /// <param name="delivery">The job.</param>
    /// <param name="stop">Cancelled when the job is cancelled while it runs.</param>
    /// <returns><see langword="false"/> when it was cancelled before.</returns>
    public bool TryBegin(Delivery delivery, CancellationTokenSource stop)
    {
        lock (_gate)
        {
            if (Contains(delivery))
                return false;
            (_current, _stop) = (delivery, stop);
            return true;
        }
    }

    /// <summary>The job has ended. From here on its source is not touched, and may be disposed of.</summary>
    public void End()
    {
        lock (_gate)
            (_current, _stop) = (null, null);
    }

    private bool Contains(Delivery delivery) =>
        _notices.Contains((delivery.Executor, delivery.Job))
        || _notices.Contains((delivery.Executor, null));
}
