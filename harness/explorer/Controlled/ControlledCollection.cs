using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>
/// Calls on the framework's collections. Each is one step; of those that are not made for several threads, two at once, one of them a change,
/// are a data race.
/// </summary>
internal static class ControlledCollection
{
    private static readonly ConditionalWeakTable<Type, object> Kinds = [];

    /// <summary>Whether something is a collection of the framework.</summary>
    public static bool IsOne(object thing) => KindOf(thing) is not null;

    /// <summary>A call that looks into the collection or changes it.</summary>
    public static void Step(object? collection, OperationKind kind, int site) =>
        Step(collection, kind, site, isPlain: true);

    /// <summary>An item is replaced: two threads may replace different ones of a list.</summary>
    public static void WriteItem(object? collection, int site) =>
        Step(collection, OperationKind.Write, site, isPlain: collection is IDictionary);

    /// <summary>An item is taken if there is one; of an empty collection the call only shows that it is empty.</summary>
    public static void Take(object? collection, int site)
    {
        if (
            collection is not ICollection items
            || !SchedulingPoints.IsExplored(out var execution, out var fiber)
            || KindOf(items) is not { } known
        )
            return;
        execution.Reach(
            fiber,
            Operation(execution, items, OperationKind.Write, site, known == Kind.Plain)
        );
        execution.Commit(fiber, items.Count == 0 ? OperationKind.Read : OperationKind.Write);
    }

    private static void Step(object? collection, OperationKind kind, int site, bool isPlain)
    {
        if (
            collection is not null
            && SchedulingPoints.IsExplored(out var execution, out var fiber)
            && KindOf(collection) is { } known
        )
            execution.Step(
                fiber,
                Operation(execution, collection, kind, site, isPlain && known == Kind.Plain)
            );
    }

    private static Operation Operation(
        Execution execution,
        object collection,
        OperationKind kind,
        int site,
        bool isPlain
    ) =>
        new(
            kind,
            execution.Heap.Of(collection, LocationKind.Collection),
            site,
            null,
            kind == OperationKind.Read ? "looks into" : "changes",
            isPlain
        );

    private static Kind? KindOf(object collection) =>
        collection is IEnumerable or StringBuilder
        && (Kind)Kinds.GetValue(collection.GetType(), static type => Classify(type))
            is var kind
                and not Kind.Other
            ? kind
            : null;

    private static Kind Classify(Type type)
    {
        for (var own = type; own is not null && !own.IsNested; own = own.BaseType)
        {
            switch (own.Namespace)
            {
                case "System.Collections.Concurrent":
                    return Kind.Safe;
                case "System.Collections.Generic":
                case "System.Collections" when own != typeof(Hashtable):
                case "System.Text":
                    return Kind.Plain;
            }
        }
        return Kind.Other;
    }

    private enum Kind
    {
        /// <summary>No collection of the framework: an array, a class of the program's own.</summary>
        Other,

        /// <summary>Made for several threads.</summary>
        Safe,

        /// <summary>For one thread at a time.</summary>
        Plain,
    }
}
