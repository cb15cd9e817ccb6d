namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>The jobs for which nobody waits any more, as far as this worker has been told; and the one it works on, which it asks to stop.</summary>
internal sealed class CancelledJobs
{
    /// <summary>Most of these jobs go to other workers, so each worker would remember without end.</summary>
    private const int Remembered = 100_000;

    private readonly Lock _gate = new();
    private readonly HashSet<(string Executor, string? Job)> _told = [];
    private readonly Queue<(string Executor, string? Job)> _oldestFirst = new();
    private Delivery? _current;
    private CancellationTokenSource? _stop;

    /// <summary>Nobody waits for this job, or with no job named, for any of this executor's.</summary>
    public void Tell(string executor, string? job)
    {
        lock (_gate)
        {
            if (!_told.Add((executor, job)))
                return;
            _oldestFirst.Enqueue((executor, job));
            if (_oldestFirst.Count > Remembered)
                _told.Remove(_oldestFirst.Dequeue());
            if (_current is not null && Contains(_current))
                _ = _stop!.CancelAsync();
        }
    }

    /// <summary>Begins with a job.</summary>
    /// <param name="delivery">The job.</param>
    /// <param name="stop">Cancelled when the job is forgotten while it runs.</param>
    /// <returns><see langword="false"/> when it is forgotten already.</returns>
    public bool Begin(Delivery delivery, CancellationTokenSource stop)
    {
        lock (_gate)
        {
            if (Contains(delivery))
                return false;
            (_current, _stop) = (delivery, stop);
            return true;
        }
    }

    public void End()
    {
        lock (_gate)
            (_current, _stop) = (null, null);
    }

    private bool Contains(Delivery delivery) =>
        _told.Contains((delivery.Executor, delivery.Job))
        || _told.Contains((delivery.Executor, null));
}
