using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;
using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Sites;

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

    /// <summary>Whether what is of a type is a collection of the framework.</summary>
    public static bool IsOneOf(Type type) => Classify(type) != Kind.Other;

    /// <summary>
    /// A loop takes its next turn. That is a step only when the thread has let others go on since it has looked into the collection: otherwise what
    /// they do to it has no order with that look either.
    /// </summary>
    public static void NextTurn(object? collection, int site)
    {
        if (
            collection is not null
            && SchedulingPoints.IsExplored(out _, out var fiber)
            && !ReferenceEquals(fiber.LookedInto, collection)
        )
            Step(collection, OperationKind.Read, site);
    }

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

    /// <summary>An enumerator is moved or read, which is not made for several threads whatever it draws from.</summary>
    public static void UseEnumerator(object? enumerator, int site)
    {
        if (
            enumerator is not null
            && SchedulingPoints.IsExplored(out var execution, out var fiber)
            && IsMadeByOthers(enumerator.GetType())
        )
            execution.Step(
                fiber,
                Operation(execution, enumerator, OperationKind.Write, site, isPlain: true)
            );
    }

    private static void Step(object? collection, OperationKind kind, int site, bool isPlain)
    {
        if (collection is Array { Length: > 0 } array)
            Unmodelled.Use(array, kind, site);
        if (
            collection is null
            || !SchedulingPoints.IsExplored(out var execution, out var fiber)
            || KindOf(collection) is not { } known
        )
            return;
        if (known != Kind.View)
        {
            execution.Step(
                fiber,
                Operation(execution, collection, kind, site, isPlain && known == Kind.Plain)
            );
            if (kind == OperationKind.Read)
                fiber.LookedInto = collection;
        }
        else if (kind == OperationKind.Read)
        {
            foreach (var source in CollectionViews.SourcesOf(collection))
                Step(source, kind, site, isPlain);
        }
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
        (Kind)Kinds.GetValue(collection.GetType(), static type => Classify(type))
            is var kind
                and not Kind.Other
            ? kind
            : null;

    private static Kind Classify(Type type)
    {
        for (var own = type; own is not null && IsCollection(type); own = own.BaseType)
        {
            if (own.IsValueType)
                return Kind.Other;
            if (CollectionViews.AreOf(own))
                return Kind.View;
            switch (own.Namespace)
            {
                case "System.Collections.Immutable" when own.Name == "Builder":
                    return Kind.Plain;
                case "System.Collections.Concurrent" when !own.IsNested:
                case "System.Runtime.CompilerServices" when !own.IsNested:
                // Made for one that writes and others that read.
                case "System.Collections" when own == typeof(Hashtable):
                    return Kind.Safe;
                case "System.Collections.Generic" when !own.IsNested:
                case "System.Collections.ObjectModel" when !own.IsNested:
                case "System.Collections" when !own.IsNested:
                case "System.Text":
                case "System.Threading.Tasks":
                    return Kind.Plain;
            }
        }
        return Kind.Other;
    }

    private static bool IsCollection(Type type) =>
        typeof(IEnumerable).IsAssignableFrom(type)
        || type == typeof(StringBuilder)
        || type == typeof(ParallelOptions)
        || IsMadeFrom(typeof(PriorityQueue<,>), type)
        || IsMadeFrom(typeof(LinkedListNode<>), type);

    private static bool IsMadeFrom(Type generic, Type type)
    {
        for (var own = type; own is not null; own = own.BaseType)
        {
            if (own.IsGenericType && own.GetGenericTypeDefinition() == generic)
                return true;
        }
        return false;
    }

    /// <summary>Whether an enumerator is the framework's or the compiler's: one that the program has written itself may well be made for it.</summary>
    private static bool IsMadeByOthers(Type type) =>
        type.Name.StartsWith('<') || !SiteMaps.IsRewritten(type.Assembly);

    private enum Kind
    {
        /// <summary>No collection of the framework: an array, a class of the program's own.</summary>
        Other,

        /// <summary>Made for several threads.</summary>
        Safe,

        /// <summary>For one thread at a time.</summary>
        Plain,

        /// <summary>Shows what is in others.</summary>
        View,
    }
}
