using Katas.Harness.Explorer.Controlled;
using Mono.Cecil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Calls on the framework's collections: each is a step that reads the collection or changes it.</summary>
internal static class Collections
{
    private static readonly string[] Spaces =
    [
        "System.Collections",
        "System.Collections.Generic",
        "System.Collections.Concurrent",
    ];

    private static readonly string[] Reading =
    [
        "get_",
        "AsReadOnly",
        "BinarySearch",
        "Contains",
        "ConvertAll",
        "CopyTo",
        "Equals",
        "Exists",
        "Find",
        "ForEach",
        "GetEnumerator",
        "GetHashCode",
        "GetRange",
        "IndexOf",
        "IsProper",
        "IsSubset",
        "IsSuperset",
        "LastIndexOf",
        "Overlaps",
        "Peek",
        "SetEquals",
        "Slice",
        "ToArray",
        "ToString",
        "TrueForAll",
        "TryGet",
        "TryPeek",
    ];

    private static readonly string[] Taking = ["TryDequeue", "TryPop", "TryTake"];

    /// <summary>Whether the first thing that a call is given may be a collection of the framework.</summary>
    public static bool IsFirstIn(MethodReference callee)
    {
        var type = callee.DeclaringType.GetElementType();
        if (callee.HasThis)
        {
            return !callee.DeclaringType.IsValueType
                && (
                    Array.IndexOf(Spaces, type.Namespace) >= 0
                    || type.FullName == "System.Text.StringBuilder"
                );
        }
        return type.FullName == "System.Linq.Enumerable"
            && callee.Parameters.Count > 0
            && callee
                .Parameters[0]
                .ParameterType.Name.StartsWith("IEnumerable", StringComparison.Ordinal);
    }

    /// <summary>The scheduling point that stands for a call.</summary>
    public static string Point(MethodReference callee)
    {
        if (!callee.HasThis || Array.Exists(Reading, Begins))
            return nameof(SchedulingPoints.ReadCollection);
        return Array.Exists(Taking, Begins) ? nameof(SchedulingPoints.TakeFromCollection)
            : callee.Name == "set_Item" ? nameof(SchedulingPoints.WriteItem)
            : nameof(SchedulingPoints.WriteCollection);

        bool Begins(string name) => callee.Name.StartsWith(name, StringComparison.Ordinal);
    }
}
