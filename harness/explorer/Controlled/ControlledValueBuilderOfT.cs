using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for what the compiler calls when an async method ends that returns a <see cref="ValueTask"/>.</summary>
[Controls(typeof(AsyncValueTaskMethodBuilder<>))]
internal static class ControlledValueBuilderOfT
{
    public static void SetResult<T>(ref AsyncValueTaskMethodBuilder<T> builder, T result, int site)
    {
        Tasks.EndAsyncMethod(site);
        builder.SetResult(result);
    }

    public static void SetException<T>(
        ref AsyncValueTaskMethodBuilder<T> builder,
        Exception exception,
        int site
    )
    {
        Tasks.EndAsyncMethod(site);
        builder.SetException(exception);
    }

    public static void AwaitUnsafeOnCompleted<T, TAwaiter, TStateMachine>(
        ref AsyncValueTaskMethodBuilder<T> builder,
        ref TAwaiter awaiter,
        ref TStateMachine stateMachine,
        int site
    )
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        if (!Tasks.LeavesContext<TAwaiter>(out var own))
        {
            builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
            return;
        }
        var programs = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(own);
        builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
        SynchronizationContext.SetSynchronizationContext(programs);
    }
}
