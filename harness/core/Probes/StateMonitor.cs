namespace Katas.Harness.Probes;

/// <summary>State that several threads change, and that others wait for without polling: a change wakes those whose condition it makes true.</summary>
internal sealed class StateMonitor
{
    private readonly Lock _gate = new();
    private readonly List<Registration> _waiters = [];

    /// <summary>Reads the state while nobody changes it.</summary>
    public T Read<T>(Func<T> read)
    {
        lock (_gate)
            return read();
    }

    /// <summary>Changes the state, and wakes everybody who waited for what it now is.</summary>
    public void Change(Action change)
    {
        List<Registration> woken;
        lock (_gate)
        {
            change();
            woken = _waiters.FindAll(waiter => waiter.Condition());
            _waiters.RemoveAll(woken.Contains);
        }
        foreach (var waiter in woken)
            waiter.Source.SetResult();
    }

    /// <summary>Completes once the condition has been true, even if it is true for a moment only.</summary>
    public Task When(Func<bool> condition)
    {
        lock (_gate)
        {
            if (condition())
                return Task.CompletedTask;
            var waiter = new Registration(
                condition,
                // The one who changes the state must not be made to run the code of those who waited for it.
                new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
            );
            _waiters.Add(waiter);
            return waiter.Source.Task;
        }
    }

    /// <summary>Wakes those whose condition asks for a task's completion, once it is completed.</summary>
    public void WakeWhenCompleted(Task task) =>
        _ = task.ContinueWith(
            _ => Change(() => { }),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );

    private sealed record Registration(Func<bool> Condition, TaskCompletionSource Source);
}
