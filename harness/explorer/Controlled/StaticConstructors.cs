using System.Collections.Concurrent;
using System.Reflection;
using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>
/// Static constructors for which it matters when they run. In each schedule the first fiber that comes to the type runs its constructor, which others
/// that come meanwhile wait for; where nothing is explored the runtime does it, once in a process.
/// </summary>
internal static class StaticConstructors
{
    // Types that the runtime takes for initialised because of a schedule, and that are not.
    private static readonly ConcurrentDictionary<Type, Unfinished> Left = [];

    /// <summary>The runtime wants to initialise a type.</summary>
    public static void Run(Type type)
    {
        if (SchedulingPoints.IsExplored(out _, out _))
            Left.TryAdd(type, new());
        else
            Body(type)();
    }

    /// <summary>The program is about to use a type, which has to be initialised then.</summary>
    public static void Reach(Type type, int site)
    {
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
        {
            FinishNatively(type);
            return;
        }
        var construction = StaticConstruction.Of(execution, type);
        if (!construction.IsPassedBy(fiber))
        {
            execution.Reach(
                fiber,
                new(
                    OperationKind.Write,
                    construction.Location,
                    site,
                    construction,
                    "waits for",
                    Wait: WaitKind.Condition,
                    Also: [] // competes with the beginning, too, and not only with the end
                )
            );
            if (construction.IsFresh)
                RunIn(execution, fiber, type, construction, site);
            else
                Pass(execution, fiber, construction);
        }
        construction.ThrowIfFailed();
    }

    private static void RunIn(
        Execution execution,
        Fiber fiber,
        Type type,
        StaticConstruction construction,
        int site
    )
    {
        construction.Begin(fiber, site);
        Empty(execution, type);
        fiber.Pending = fiber.Pending with { What = "runs" };
        execution.Commit(fiber, OperationKind.Write);
        TypeInitializationException? failure = null;
        try
        {
            Body(type)();
        }
        catch (Exception e) when (e is not ScheduleEndedException)
        {
            failure = new TypeInitializationException(type.FullName, e);
        }
        execution.Reach(fiber, new(OperationKind.Write, construction.Location, site, null, "ends"));
        construction.End(fiber, execution.IsSingleThreaded, failure);
        execution.Commit(fiber, OperationKind.Write);
    }

    private static void Pass(Execution execution, Fiber fiber, StaticConstruction construction)
    {
        fiber.Pending = fiber.Pending with
        {
            What = construction.WaitsFor is null ? "comes after" : "goes on before the end of",
        };
        construction.Pass(fiber);
        execution.Commit(fiber, OperationKind.Read);
    }

    /// <summary>Puts the fields back to what they are before the constructor, until the end of the schedule.</summary>
    private static void Empty(Execution execution, Type type)
    {
        foreach (
            var field in type.GetFields(
                BindingFlags.Static
                    | BindingFlags.Public
                    | BindingFlags.NonPublic
                    | BindingFlags.DeclaredOnly
            )
        )
        {
            if (field.IsLiteral || field.IsDefined(typeof(ThreadStaticAttribute)))
                continue;
            execution.SaveStatic(field);
            field.SetValue(null, null);
        }
    }

    private static void FinishNatively(Type type)
    {
        if (Left.IsEmpty || !Left.TryGetValue(type, out var unfinished))
            return;
        lock (unfinished)
        {
            if (unfinished.IsBegun)
                return;
            unfinished.IsBegun = true;
            Body(type)();
        }
    }

    private static Action Body(Type type) =>
        StaticInitialisers.MovedOf(type)!.CreateDelegate<Action>();

    private sealed class Unfinished
    {
        public bool IsBegun { get; set; }
    }
}
