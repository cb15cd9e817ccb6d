using Mono.Cecil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>What is called: its name, and whether it may block.</summary>
internal static class Callees
{
    private static readonly string[] Blocking =
    [
        "System.Threading",
        "System.Collections.Concurrent",
        "System.IO",
        "System.Net",
        "System.Diagnostics",
    ];

    /// <summary>Whether a call that is not replaced might wait for something.</summary>
    public static bool MayBlock(MethodReference method)
    {
        var type = method.DeclaringType.GetElementType();
        var space = type.Namespace;
        if (space.StartsWith("System.Runtime", StringComparison.Ordinal))
            return method.Name == "GetResult"; // of an awaiter
        return type.FullName == "System.Console"
            || Array.Exists(
                Blocking,
                blocking => space.StartsWith(blocking, StringComparison.Ordinal)
            )
            || (space != "System" && !space.StartsWith("System.", StringComparison.Ordinal));
    }

    /// <summary>Whether a call that is not replaced runs code on threads that the explorer does not control.</summary>
    public static bool StartsThreads(MethodReference method) =>
        method.DeclaringType.GetElementType().FullName switch
        {
            "System.Threading.Timer"
            or "System.Threading.PeriodicTimer"
            or "System.Timers.Timer"
            or "System.Threading.Tasks.ConcurrentExclusiveSchedulerPair"
            or "System.Threading.Tasks.Parallel"
            or "System.Linq.ParallelEnumerable" => true,
            "System.Threading.ThreadPool" => method.Name
                is "RegisterWaitForSingleObject"
                    or "UnsafeRegisterWaitForSingleObject",
            "System.Threading.Tasks.Task" or "System.Threading.Tasks.Task`1" => method.Name
                == "ContinueWith",
            "System.Threading.Tasks.TaskFactory" or "System.Threading.Tasks.TaskFactory`1" =>
                method.Name is "StartNew" or "FromAsync" or "ContinueWhenAll" or "ContinueWhenAny",
            _ => false,
        };

    /// <summary>Whether a call would do what the explorer cannot see, so that a verdict about it would be false.</summary>
    public static bool IsRefused(MethodReference method) =>
        method.DeclaringType.FullName switch
        {
            "System.Threading.Thread" => method.Name == "Interrupt",
            "System.Threading.WaitHandle" => method.Name
                is "WaitAny"
                    or "WaitAll"
                    or "SignalAndWait",
            _ => false,
        };

    /// <summary>The name as one would write it: <c>BlockingCollection&lt;Int32&gt;.Take</c>.</summary>
    public static string Name(MethodReference method)
    {
        var member = method.Name.StartsWith("get_", StringComparison.Ordinal)
            ? method.Name[4..]
            : method.Name;
        return $"{Name(method.DeclaringType)}.{member}";
    }

    private static string Name(TypeReference type)
    {
        var tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        var name = tick < 0 ? type.Name : type.Name[..tick];
        return type is GenericInstanceType generic
            ? $"{name}<{string.Join(", ", generic.GenericArguments.Select(Name))}>"
            : name;
    }
}
