using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Awaits a task without a result, as <see cref="FiberAwaiter{T}"/> one with a result.</summary>
internal readonly struct FiberTaskAwaiter(ValueTask task) : ICriticalNotifyCompletion
{
    public bool IsCompleted => task.IsCompleted;

    public FiberTaskAwaiter GetAwaiter() => this;

    public void GetResult() => task.GetAwaiter().GetResult();

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation)
    {
        var awaiter = task.GetAwaiter();
        Tasks.InOwnContext(() => awaiter.UnsafeOnCompleted(continuation));
    }
}
