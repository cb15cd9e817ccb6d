using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for what the compiler calls when an async method ends that returns a <see cref="ValueTask"/>.</summary>
[Controls(typeof(AsyncValueTaskMethodBuilder))]
internal static class ControlledValueBuilder
{
    public static void SetResult(ref AsyncValueTaskMethodBuilder builder, int site)
    {
        Tasks.EndAsyncMethod(site);
        builder.SetResult();
    }

    public static void SetException(
        ref AsyncValueTaskMethodBuilder builder,
        Exception exception,
        int site
    )
    {
        Tasks.EndAsyncMethod(site);
        builder.SetException(exception);
    }

    public static void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncValueTaskMethodBuilder builder,
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
