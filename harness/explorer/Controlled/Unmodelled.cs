using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>
/// Objects of the framework that the explorer does not model: each call on one is a step, and what happens inside a call is not seen. When two
/// threads can make such calls at once, the closing line names the object.
/// </summary>
internal static class Unmodelled
{
    private static readonly ConcurrentDictionary<Type, bool> Known = [];

    // Cannot be changed, or are made for several threads, call by call.
    private static readonly string[] Harmless =
    [
        "System.Array",
        "System.String",
        "System.Delegate",
        "System.Exception",
        "System.Reflection",
        "System.Type",
        "System.Globalization",
        "System.Collections.Immutable",
        "System.Collections.Frozen",
        "System.Collections.ObjectModel.ReadOnly",
        "System.Linq",
        "System.Runtime",
        "System.Threading.Tasks",
        "System.Text.RegularExpressions",
        "System.Text.Encoding",
        "System.Text.UTF",
        "System.TimeProvider",
        "System.TimeZoneInfo",
        "System.Uri",
        "System.Version",
        "System.Random+ThreadSafe",
        "System.Random+Shared",
        "System.Lazy",
        "System.Tuple",
        "System.Diagnostics.Metrics",
        "System.Buffers.ArrayPool",
        "System.Buffers.MemoryPool",
        "System.Buffers.SearchValues",
        "System.OperatingSystem",
        "System.AppDomain",
    ];

    /// <summary>A step before a call that only looks.</summary>
    public static void Observe(object used, int site) => Step(used, OperationKind.Read, site);

    /// <summary>A step before a call that may change the object.</summary>
    public static void Change(object used, int site) => Step(used, OperationKind.Write, site);

    /// <summary>A step before a call that gives out references into a collection: what is done with them is not seen.</summary>
    public static void Lend(object collection, int site)
    {
        if (SchedulingPoints.IsExplored(out var execution, out var fiber))
            Step(execution, fiber, collection, OperationKind.Write, site, isPlain: true);
    }

    /// <summary>
    /// A step on an array that a call is given, before the call, which may look at all its elements or change them: when another thread can use
    /// one of them meanwhile, the closing line names the call.
    /// </summary>
    public static void Use(Array array, OperationKind kind, int site)
    {
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
            return;
        if (execution.IsSingleThreaded)
        {
            execution.StepUnrecorded(fiber);
            return;
        }
        var (whole, elements) = (
            execution.Heap.Of(array, LocationKind.Unmodelled),
            Elements(execution, array)
        );
        foreach (var location in elements.Append(whole))
            location.CallSite = site;
        execution.Step(
            fiber,
            new(
                kind,
                whole,
                site,
                null,
                kind == OperationKind.Read ? "looks at" : "uses",
                IsPlain: true,
                Also: execution.Memory is null ? elements : null
            )
        );
        if (array.Length > UnfollowedUses.MostElements && !execution.IsUnrecorded)
            execution.Unfollowed.Add(
                array,
                fiber,
                site,
                isRead: kind == OperationKind.Read,
                isCall: true
            );
        if (execution.Memory is null)
            return;
        // In a weak memory each element has its own history.
        foreach (var element in elements)
            execution.Step(
                fiber,
                new(kind, element, site, IsPlain: true, Order: MemoryOrder.Foreign)
            );
    }

    private static Location[] Elements(Execution execution, Array array) =>
        [
            .. Enumerable
                .Range(0, Math.Min(array.Length, UnfollowedUses.MostElements))
                .Select(i => execution.Heap.Of(array, LocationKind.Element, i)),
        ];

    private static void Step(object used, OperationKind kind, int site)
    {
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
            return;
        if (ControlledCollection.IsOne(used))
            ControlledCollection.Step(used, kind, site);
        else if (IsForThreads(used))
            Step(execution, fiber, used, kind, site, isPlain: false);
        else if (Known.GetOrAdd(used.GetType(), static type => IsUnmodelled(type)))
            Step(execution, fiber, used, kind, site, isPlain: true);
    }

    private static void Step(
        Execution execution,
        Fiber fiber,
        object used,
        OperationKind kind,
        int site,
        bool isPlain
    ) =>
        execution.Step(
            fiber,
            new(
                kind,
                execution.Heap.Of(used, LocationKind.Unmodelled),
                site,
                null,
                kind == OperationKind.Read ? "looks at" : "uses",
                IsPlain: isPlain
            )
        );

    /// <summary>Whether an object is made for several threads: what happens inside a call is nobody's concern, but the order of calls is.</summary>
    private static bool IsForThreads(object used) =>
        used is SafeHandle
        || used.GetType().FullName
            is "System.IO.TextWriter+SyncTextWriter"
                or "System.IO.TextReader+SyncTextReader";

    private static bool IsUnmodelled(Type type)
    {
        if (type.IsValueType || type.IsArray)
            return false;
        // What a class of the program has from its base is as little seen as with an object of the base.
        while (SiteMaps.IsRewritten(type.Assembly))
            type = type.BaseType!;
        if (type == typeof(object))
            return false;
        for (var own = type; own is not null && own != typeof(object); own = own.BaseType)
        {
            var name = own.FullName ?? own.Name;
            if (
                Array.Exists(
                    Harmless,
                    harmless => name.StartsWith(harmless, StringComparison.Ordinal)
                )
            )
                return false;
        }
        var outermost = type.FullName ?? "";
        return outermost.StartsWith("System.", StringComparison.Ordinal)
            || outermost.StartsWith("Microsoft.", StringComparison.Ordinal);
    }
}
