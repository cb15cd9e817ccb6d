using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="IAsyncResult"/>: a task's handle is set by the step that ends the task.</summary>
[Controls(typeof(IAsyncResult))]
internal static class ControlledAsyncResult
{
    public static WaitHandle get_AsyncWaitHandle(IAsyncResult result, int site) =>
        result is Task
            ? Handles.SetOwner(result.AsyncWaitHandle, null, LocationKind.Task)
            : result.AsyncWaitHandle;
}
