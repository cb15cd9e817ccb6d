using Katas.Harness.Explorer.Controlled;
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

    private static readonly string[] Modelled =
    [
        "System.Threading",
        "System.Threading.Tasks",
        "System.Threading.Channels",
        "System.Collections.Concurrent",
    ];

    private static readonly string[] Looking =
    [
        "Get",
        "TryGet",
        "Expand",
        "Exists",
        "Enumerate",
        "Read",
        "OpenRead",
        "OpenText",
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

    /// <summary>The scheduling point for the object that a call is made on, if it may be one that threads share.</summary>
    public static string? PointOfReceiver(MethodReference callee)
    {
        if (Collections.IsOne(callee))
            return callee.Name == ".ctor" ? null : Collections.Point(callee);
        if (!callee.HasThis || callee.DeclaringType.IsValueType || !IsOfTheFramework(callee))
            return null;
        var type = callee.DeclaringType.GetElementType();
        if (type.FullName == "System.Array")
            return callee.Name switch
            {
                "GetValue" => nameof(SchedulingPoints.ObserveArray),
                "SetValue" => nameof(SchedulingPoints.ChangeArray),
                _ => null,
            };
        // How the compiler calls what a class overrides.
        if (type.FullName == "System.Object" && callee.Name is not (".ctor" or "GetType"))
            return nameof(SchedulingPoints.ObserveObject);
        var space = SpaceOf(type);
        if (
            type.FullName is "System.Object" or "System.String"
            || space is "System.Threading" or "System.Threading.Tasks"
            || space.StartsWith("System.Runtime", StringComparison.Ordinal)
                && type.FullName != "System.Runtime.InteropServices.SafeHandle"
            || space.StartsWith("System.Reflection", StringComparison.Ordinal)
            || callee.Name is ".ctor" or "GetType"
            || callee.DeclaringType.Resolve()
                is { IsValueType: true }
                    or { BaseType.FullName: "System.MulticastDelegate" }
        )
            return null;
        return Fields.OnlyReads(callee)
            ? nameof(SchedulingPoints.ObserveObject)
            : nameof(SchedulingPoints.ChangeObject);
    }

    /// <summary>What a call uses outside the program's memory, if it does, and whether it only looks at it.</summary>
    public static (ExternalResource Resource, bool IsRead)? ExternalUse(MethodReference callee)
    {
        ExternalResource? resource = callee.DeclaringType.FullName switch
        {
            "System.Console" => ExternalResource.Console,
            "System.IO.File"
            or "System.IO.Directory"
            or "System.IO.FileInfo"
            or "System.IO.DirectoryInfo"
            or "System.IO.FileSystemInfo" => ExternalResource.Files,
            "System.IO.FileStream"
            or "System.IO.StreamReader"
            or "System.IO.StreamWriter"
                when callee
                    is {
                        Name: ".ctor",
                        Parameters: [{ ParameterType.FullName: "System.String" }, ..]
                    } => ExternalResource.Files,
            "System.Environment"
                when callee.Name.EndsWith("EnvironmentVariable", StringComparison.Ordinal)
                    || callee.Name.EndsWith("EnvironmentVariables", StringComparison.Ordinal)
                    || callee.Name.EndsWith("CurrentDirectory", StringComparison.Ordinal)
                    || callee.Name.EndsWith("ExitCode", StringComparison.Ordinal) =>
                ExternalResource.Environment,
            "System.AppContext" when callee.Name != "get_BaseDirectory" =>
                ExternalResource.Environment,
            _ => null,
        };
        return resource is { } used ? (used, OnlyLooksOutside(callee)) : null;
    }

    private static bool OnlyLooksOutside(MethodReference callee) =>
        Array.Exists(Looking, start => callee.Name.StartsWith(start, StringComparison.Ordinal))
            && callee.DeclaringType.Name != "Console"
        || callee.Name.StartsWith("get_", StringComparison.Ordinal)
        || callee.DeclaringType.Name.EndsWith("Reader", StringComparison.Ordinal)
        || callee is { Name: ".ctor", DeclaringType.Name: "FileInfo" or "DirectoryInfo" };

    /// <summary>Whether a member is the framework's.</summary>
    public static bool IsOfTheFramework(MethodReference callee)
    {
        var space = SpaceOf(callee.DeclaringType.GetElementType());
        return space == "System"
            || space.StartsWith("System.", StringComparison.Ordinal)
            || space.StartsWith("Microsoft.", StringComparison.Ordinal);
    }

    /// <summary>The namespace of a type, also of one inside another, for which metadata has none.</summary>
    public static string SpaceOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Namespace;
    }

    /// <summary>Whether a call that is not replaced would do what the explorer cannot see, so that a verdict about it would be false.</summary>
    public static bool IsRefused(MethodReference method)
    {
        var type = method.DeclaringType.GetElementType();
        if (type.FullName is "System.Timers.Timer" or "System.Linq.ParallelEnumerable")
            return true;
        return Array.IndexOf(Modelled, SpaceOf(type)) >= 0
            && !Collections.IsOne(method)
            && !Unrestricted.Contains(type.FullName, method.Name)
            && !IsData(type);
    }

    /// <summary>Whether a type only carries something: exceptions, enumerations, the arguments of events, delegates.</summary>
    private static bool IsData(TypeReference type)
    {
        for (var own = type.Resolve(); own is not null; own = own.BaseType?.Resolve())
        {
            if (
                own.FullName
                is "System.Exception"
                    or "System.Enum"
                    or "System.EventArgs"
                    or "System.Delegate"
            )
                return true;
        }
        return false;
    }

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
