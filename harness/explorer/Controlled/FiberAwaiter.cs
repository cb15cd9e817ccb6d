using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Awaits a task in the explorer's own code: whatever the program's context is, what comes after it runs on a fiber.</summary>
internal readonly struct FiberAwaiter<T>(ValueTask<T> task) : ICriticalNotifyCompletion
{
    public bool IsCompleted => task.IsCompleted;

    public FiberAwaiter<T> GetAwaiter() => this;

    public T GetResult() => task.GetAwaiter().GetResult();

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation)
    {
        var awaiter = task.GetAwaiter();
        Tasks.InOwnContext(() => awaiter.UnsafeOnCompleted(continuation));
    }
}
