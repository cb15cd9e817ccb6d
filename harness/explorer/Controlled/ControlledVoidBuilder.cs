using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for what the compiler calls in an async method that returns nothing.</summary>
[Controls(typeof(AsyncVoidMethodBuilder))]
internal static class ControlledVoidBuilder
{
    public static void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncVoidMethodBuilder builder,
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
