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

    /// <summary>Whether a call is made on what may be a collection of the framework.</summary>
    public static bool IsOne(MethodReference callee)
    {
        var type = callee.DeclaringType.GetElementType();
        return callee.HasThis
            && !callee.DeclaringType.IsValueType
            && (
                Array.IndexOf(Spaces, type.Namespace) >= 0
                || type.FullName == "System.Text.StringBuilder"
            );
    }

    /// <summary>Whether a value of this type may be a collection of the framework.</summary>
    public static bool MayBe(TypeReference type) =>
        !type.IsValueType
        && !type.IsArray
        && !type.IsByReference
        && !type.IsGenericParameter
        && Array.IndexOf(Spaces, type.GetElementType().Namespace) >= 0
        && !type.Name.EndsWith("Comparer`1", StringComparison.Ordinal);

    /// <summary>The scheduling point that stands for a call.</summary>
    public static string Point(MethodReference callee)
    {
        if (Array.Exists(Reading, Begins))
            return nameof(SchedulingPoints.ReadCollection);
        return Array.Exists(Taking, Begins) ? nameof(SchedulingPoints.TakeFromCollection)
            : callee.Name == "set_Item" ? nameof(SchedulingPoints.WriteItem)
            : nameof(SchedulingPoints.WriteCollection);

        bool Begins(string name) => callee.Name.StartsWith(name, StringComparison.Ordinal);
    }
}
