namespace Katas.Harness.Pools.Worker;

/// <summary>The jobs that a worker was sent: one runs, the others wait. The thread that reads frames adds, the main thread takes.</summary>
internal sealed class Inbox
{
    private readonly LinkedList<JobRequest> _waiting = new();
    private JobRequest? _running;

    /// <summary>Puts a job at the end.</summary>
    public void Add(JobRequest job)
    {
        lock (_waiting)
        {
            _waiting.AddLast(job);
            Monitor.Pulse(_waiting);
        }
    }

    /// <summary>Blocks until there is a job; it counts as the one that runs.</summary>
    public JobRequest Take()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0)
                Monitor.Wait(_waiting);
            return TakeFirst()!;
        }
    }

    /// <summary>The next job, if there is one, which then counts as the one that runs. The one before may be disposed of.</summary>
    public JobRequest? TryTake()
    {
        lock (_waiting)
            return TakeFirst();
    }

    /// <summary>Asks the running job to stop, or takes out the waiting one.</summary>
    /// <returns>The job that was taken out.</returns>
    public JobRequest? Cancel(long id)
    {
        lock (_waiting)
        {
            if (_running?.Id == id)
            {
                _running.AskToStop();
                return null;
            }
            var found = _waiting.FirstOrDefault(job => job.Id == id);
            if (found is not null)
                _waiting.Remove(found);
            return found;
        }
    }

    /// <summary>Takes out every job that waits, the last first.</summary>
    public IReadOnlyList<JobRequest> TakeAll()
    {
        lock (_waiting)
        {
            JobRequest[] all = [.. _waiting.Reverse()];
            _waiting.Clear();
            return all;
        }
    }

    private JobRequest? TakeFirst()
    {
        _running = _waiting.First?.Value;
        if (_running is not null)
            _waiting.RemoveFirst();
        return _running;
    }
}
