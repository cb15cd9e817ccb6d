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
        "System.Collections.ObjectModel",
    ];

    private static readonly string[] Others =
    [
        "System.Text.StringBuilder",
        // Holds numbers that anybody may change.
        "System.Threading.Tasks.ParallelOptions",
        "System.Runtime.CompilerServices.ConditionalWeakTable`2",
    ];

    // Static members that change the collection that is their first argument.
    private static readonly string[] Changing =
    [
        "System.Collections.Generic.CollectionExtensions::AddRange",
        "System.Collections.Generic.CollectionExtensions::InsertRange",
        "System.Collections.Generic.CollectionExtensions::Remove",
        "System.Collections.Generic.CollectionExtensions::TryAdd",
        "System.Runtime.InteropServices.CollectionsMarshal::GetValueRefOrAddDefault",
        "System.Runtime.InteropServices.CollectionsMarshal::SetCount",
    ];

    // Static members that give out references into the collection that is their first argument.
    private static readonly string[] Lending =
    [
        "System.Runtime.InteropServices.CollectionsMarshal::AsSpan",
        "System.Runtime.InteropServices.CollectionsMarshal::GetValueRefOrNullRef",
    ];

    private static readonly string[] Lenders =
    [
        "System.ArraySegment`1",
        "System.Memory`1",
        "System.ReadOnlyMemory`1",
    ];

    private static readonly string[] LentMembers =
    [
        "get_Item",
        "set_Item",
        "get_Span",
        "CopyTo",
        "GetEnumerator",
        "ToArray",
        "TryCopyTo",
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

    // Of members of the framework, what the names of those begin with that only look at an array that they are given.
    private static readonly string[] ReadingArrays =
    [
        "AddRange",
        "Append",
        "AsReadOnly",
        "BinarySearch",
        "ComputeHash",
        "Contains",
        "Convert",
        "Count",
        "Create",
        "Equals",
        "Exists",
        "Find",
        "ForEach",
        "From",
        "get_",
        "GetByteCount",
        "GetCharCount",
        "GetEnumerator",
        "GetLength",
        "GetString",
        "HashData",
        "IndexOf",
        "LastIndexOf",
        "SequenceEqual",
        "To",
        "TrueForAll",
        "Write",
    ];

    private static readonly string[] Taking = ["TryDequeue", "TryPop", "TryTake"];

    /// <summary>Whether a call is made on what may be a collection of the framework.</summary>
    public static bool IsOne(MethodReference callee)
    {
        var type = callee.DeclaringType.GetElementType();
        return callee.HasThis
            && !callee.DeclaringType.IsValueType
            && (
                Array.IndexOf(Spaces, Callees.SpaceOf(type)) >= 0
                || Array.IndexOf(Others, type.FullName) >= 0
                || IsBuilder(type)
            );
    }

    /// <summary>Whether a call draws from an enumerator: <c>foreach</c> does, but of one that it has made.</summary>
    public static bool IsOfEnumerator(MethodReference callee) =>
        callee.DeclaringType.GetElementType().FullName
            is "System.Collections.IEnumerator"
                or "System.Collections.Generic.IEnumerator`1";

    /// <summary>Whether a call is the next turn of a loop over a collection, whose enumerator is a structure.</summary>
    public static bool IsTurn(MethodReference callee) =>
        callee is { HasThis: true, Name: "MoveNext", DeclaringType.IsValueType: true }
        && Callees.SpaceOf(callee.DeclaringType.GetElementType()) == "System.Collections.Generic";

    /// <summary>Whether a static member changes the collection that it is given first.</summary>
    public static bool ChangesItsArgument(MethodReference callee) => IsAmong(Changing, callee);

    /// <summary>Whether a static member gives out references into the collection that it is given first.</summary>
    public static bool LendsItsArgument(MethodReference callee) => IsAmong(Lending, callee);

    /// <summary>Whether a call uses the array inside a structure that refers to one.</summary>
    public static bool UsesLentArray(MethodReference callee) =>
        callee.HasThis
        && Array.IndexOf(Lenders, callee.DeclaringType.GetElementType().FullName) >= 0
        && Array.IndexOf(LentMembers, callee.Name) >= 0;

    /// <summary>The scheduling point that stands for such a call.</summary>
    public static string PointOfLentArray(MethodReference callee) =>
        callee.Name is "set_Item" || callee is { Name: "get_Span", DeclaringType.Name: "Memory`1" }
            ? nameof(SchedulingPoints.ChangeLentArray)
            : nameof(SchedulingPoints.ObserveLentArray);

    private static bool IsAmong(string[] members, MethodReference callee) =>
        !callee.HasThis
        && Array.IndexOf(
            members,
            $"{callee.DeclaringType.GetElementType().FullName}::{callee.Name}"
        ) >= 0;

    /// <summary>Whether a member only makes a query, which reads the collections that it is given when it is run.</summary>
    public static bool MakesQuery(MethodReference callee) =>
        callee.DeclaringType.FullName == "System.Linq.Enumerable"
        && callee.ReturnType.GetElementType().FullName
            is "System.Collections.Generic.IEnumerable`1"
                or "System.Linq.IOrderedEnumerable`1";

    /// <summary>Whether a call reads what it is given, also where that is an array.</summary>
    public static bool ReadsAll(MethodReference callee) =>
        callee.DeclaringType.FullName == "System.Linq.Enumerable"
        || callee is { Name: "Join", DeclaringType.FullName: "System.String" };

    /// <summary>
    /// Whether a call of the framework may use the elements of an array that it is given, other than one that was made for it alone, as for
    /// <c>params</c>.
    /// </summary>
    public static bool UsesArrays(MethodReference callee) =>
        Callees.IsOfTheFramework(callee)
        && !MakesQuery(callee)
        && !Callees
            .SpaceOf(callee.DeclaringType.GetElementType())
            .StartsWith("System.Threading", StringComparison.Ordinal)
        && callee.DeclaringType.FullName
            is not ("System.Runtime.CompilerServices.RuntimeHelpers" or "System.GC");

    /// <summary>Whether a call only looks at the arrays that it is given.</summary>
    public static bool OnlyReadsArrays(MethodReference callee) =>
        Array.Exists(ReadingArrays, name => callee.Name.StartsWith(name, StringComparison.Ordinal))
        || callee.Name == ".ctor" && IsOne(callee)
        || callee.DeclaringType.GetElementType().FullName
            is "System.String"
                or "System.ReadOnlySpan`1"
                or "System.ReadOnlyMemory`1";

    // The builder of an immutable collection is none.
    private static bool IsBuilder(TypeReference type) =>
        type is { IsNested: true, Name: "Builder" }
        && Callees.SpaceOf(type) == "System.Collections.Immutable";

    /// <summary>Whether a value of this type may be a collection of the framework.</summary>
    public static bool MayBe(TypeReference type) =>
        !type.IsValueType
        && !type.IsArray
        && !type.IsByReference
        && !type.IsGenericParameter
        && (
            Array.IndexOf(Spaces, Callees.SpaceOf(type.GetElementType())) >= 0
            || Array.IndexOf(Others, type.GetElementType().FullName) >= 0
        )
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
