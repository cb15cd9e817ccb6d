using Katas.Harness.Probes;

namespace Katas.SeparateKitchens;

/// <summary>A context that runs nothing before the test asks it to, and then what was posted last: an order as good as any other, and seldom seen.</summary>
internal sealed class NewestFirstContext : SynchronizationContext
{
    private readonly Stack<(SendOrPostCallback Callback, object? State)> _posted = new();

    /// <summary>How many callbacks wait to be run.</summary>
    public int Queued
    {
        get
        {
            lock (_posted)
                return _posted.Count;
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_posted)
            _posted.Push((d, state));
    }

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs a body on this thread with this context as the current one.</summary>
    public T Run<T>(Func<T> body)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            return body();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Runs what is posted, on this thread, and not a callback more when a task is completed.</summary>
    /// <returns>Whether the task is completed.</returns>
    public bool RunUntil(Task task, TimeSpan limit) =>
        PolledWait.Block(
            () =>
            {
                while (!task.IsCompleted && RunNewest()) { }
                return task.IsCompleted;
            },
            limit
        );

    private bool RunNewest()
    {
        (SendOrPostCallback Callback, object? State) newest;
        lock (_posted)
        {
            if (!_posted.TryPop(out newest))
                return false;
        }
        return Run(() =>
        {
            newest.Callback(newest.State);
            return true;
        });
    }
}
