namespace Katas.Harness.Explorer.Rewriting;

/// <summary>
/// Members of the framework's threading namespaces that need no stand-in: they touch nothing that threads share, only what does not change, or what is
/// modelled where it is made. Every other member is replaced or refused.
/// </summary>
internal static class Unrestricted
{
    private const string All = "*";
    private const string Constructor = ".ctor";

    private static readonly Dictionary<string, string[]> Members = new(StringComparer.Ordinal)
    {
        ["System.Threading.AsyncFlowControl"] = [All],
        ["System.Threading.AsyncLocal`1"] = [All],
        ["System.Threading.AsyncLocalValueChangedArgs`1"] = [All],
        ["System.Threading.AutoResetEvent"] = [Constructor],
        ["System.Threading.Barrier"] = [Constructor],
        ["System.Threading.CancellationToken"] =
        [
            Constructor,
            "Equals",
            "GetHashCode",
            "get_CanBeCanceled",
            "get_None",
            "op_Equality",
            "op_Inequality",
        ],
        ["System.Threading.CancellationTokenRegistration"] =
        [
            "Equals",
            "GetHashCode",
            "get_Token",
            "op_Equality",
            "op_Inequality",
        ],
        ["System.Threading.CancellationTokenSource"] = [Constructor],
        ["System.Threading.Channels.BoundedChannelOptions"] = [All],
        ["System.Threading.Channels.Channel`1"] = [All],
        ["System.Threading.Channels.Channel`2"] = [All],
        ["System.Threading.Channels.ChannelOptions"] = [All],
        ["System.Threading.Channels.ChannelReader`1"] = [All],
        ["System.Threading.Channels.ChannelWriter`1"] = [All],
        ["System.Threading.Channels.UnboundedChannelOptions"] = [All],
        ["System.Threading.Channels.UnboundedPrioritizedChannelOptions`1"] = [All],
        ["System.Threading.CountdownEvent"] = [Constructor, "get_InitialCount"],
        ["System.Threading.ExecutionContext"] =
        [
            "Capture",
            "CreateCopy",
            "Dispose",
            "IsFlowSuppressed",
            "Restore",
            "RestoreFlow",
            "Run",
            "SuppressFlow",
        ],
        ["System.Threading.IThreadPoolWorkItem"] = [All],
        ["System.Threading.ITimer"] = [All],
        ["System.Threading.Lock"] = [Constructor],
        ["System.Threading.ManualResetEvent"] = [Constructor],
        ["System.Threading.ManualResetEventSlim"] = [Constructor, "get_SpinCount"],
        ["System.Threading.ReaderWriterLockSlim"] = [Constructor, "get_RecursionPolicy"],
        ["System.Threading.SemaphoreSlim"] = [Constructor],
        ["System.Threading.SpinLock"] = [Constructor, "get_IsThreadOwnerTrackingEnabled"],
        ["System.Threading.SpinWait"] = ["Reset"],
        ["System.Threading.SynchronizationContext"] =
        [
            Constructor,
            "CreateCopy",
            "OperationCompleted",
            "OperationStarted",
            "Send",
        ],
        ["System.Threading.Tasks.ParallelLoopResult"] = [All],
        ["System.Threading.Tasks.Task"] =
        [
            "FromCanceled",
            "FromException",
            "FromResult",
            "WhenAll",
            "Yield",
            "get_AsyncState",
            "get_CompletedTask",
            "get_CreationOptions",
            "get_CurrentId",
            "get_Factory",
            "get_Id",
        ],
        ["System.Threading.Tasks.TaskAsyncEnumerableExtensions"] = ["WithCancellation"],
        ["System.Threading.Tasks.TaskCompletionSource"] = [Constructor, "get_Task"],
        ["System.Threading.Tasks.TaskCompletionSource`1"] = [Constructor, "get_Task"],
        ["System.Threading.Tasks.TaskExtensions"] = ["Unwrap"],
        ["System.Threading.Tasks.TaskFactory"] =
        [
            Constructor,
            "get_CancellationToken",
            "get_ContinuationOptions",
            "get_CreationOptions",
            "get_Scheduler",
        ],
        ["System.Threading.Tasks.TaskFactory`1"] =
        [
            Constructor,
            "get_CancellationToken",
            "get_ContinuationOptions",
            "get_CreationOptions",
            "get_Scheduler",
        ],
        // Of a program's own scheduler, which is rewritten.
        ["System.Threading.Tasks.TaskScheduler"] = [All],
        ["System.Threading.Tasks.Task`1"] = ["get_Factory"],
        ["System.Threading.Tasks.ValueTask"] =
        [
            Constructor,
            "Equals",
            "FromCanceled",
            "FromException",
            "FromResult",
            "GetHashCode",
            "get_CompletedTask",
            "op_Equality",
            "op_Inequality",
        ],
        ["System.Threading.Tasks.ValueTask`1"] =
        [
            Constructor,
            "Equals",
            "GetHashCode",
            "ToString",
            "op_Equality",
            "op_Inequality",
        ],
        ["System.Threading.Thread"] =
        [
            "GetApartmentState",
            "GetCurrentProcessorId",
            "GetHashCode",
            "SetApartmentState",
            "TrySetApartmentState",
            "get_CurrentCulture",
            "get_CurrentUICulture",
            "get_IsThreadPoolThread",
            "get_ManagedThreadId",
            "get_Name",
            "get_Priority",
            "set_CurrentCulture",
            "set_CurrentUICulture",
            "set_Name",
            "set_Priority",
        ],
        ["System.Threading.ThreadPool"] =
        [
            "GetAvailableThreads",
            "GetMaxThreads",
            "GetMinThreads",
            "SetMaxThreads",
            "SetMinThreads",
        ],
        ["System.Threading.WaitHandle"] = ["get_SafeWaitHandle"],
        ["System.Collections.Concurrent.Partitioner"] = ["Create"],
    };

    public static bool Contains(string type, string member) =>
        Members.TryGetValue(type, out var members)
        && (Array.IndexOf(members, All) >= 0 || Array.IndexOf(members, member) >= 0);
}
