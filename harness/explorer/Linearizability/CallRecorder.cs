using Katas.Harness.Explorer.Controlled;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Linearizability;

/// <summary>
/// Calls operations inside an exploration, and writes down when each began and ended. Both are steps whose order counts: which call was over
/// before another began is what a history is about.
/// </summary>
internal sealed class CallRecorder
{
    private readonly List<Call> _calls = [];
    private int _moments;

    /// <summary>The calls that have begun, in that order.</summary>
    public IReadOnlyList<Call> Calls => _calls;

    /// <summary>Calls one thread's operations one after the other.</summary>
    public void Run<T>(T target, int thread, IReadOnlyList<NamedOperation<T>> operations)
    {
        for (var i = 0; i < operations.Count; i++)
        {
            // Where nothing has ended yet, nothing can have ended before.
            Step(OperationKind.Read, $"calls {operations[i].Name}");
            var call = new Call(thread, i, operations[i].Name, _moments++);
            _calls.Add(call);
            call.Result = Invoke(target, operations[i]);
            Step(OperationKind.Write, $"has called {operations[i].Name}{call.Result}");
            call.End = _moments++;
        }
    }

    /// <summary>Calls one operation; what it throws is its result, unless it is no business of the object's.</summary>
    public static Result Invoke<T>(T target, NamedOperation<T> operation)
    {
        try
        {
            var value = operation.Call(target);
            return value is Task task ? ResultOf(task) : new(value);
        }
        catch (Exception e)
            when (e
                    is not (
                        ScheduleEndedException
                        or NotRepeatableException
                        or NotImplementedException
                    )
            )
        {
            return new(Nothing.Value, e);
        }
    }

    private static Result ResultOf(Task task)
    {
        Tasks.Await(() => task.IsCompleted, "a task", 0);
        task.GetAwaiter().GetResult();
        var type = task.GetType();
        while (
            type is not null
            && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))
        )
            type = type.BaseType;
        var hasResult = type is not null && type.GetGenericArguments()[0].Name != "VoidTaskResult";
        return new(
            hasResult ? type!.GetProperty(nameof(Task<>.Result))!.GetValue(task) : Nothing.Value
        );
    }

    private static void Step(OperationKind kind, string what)
    {
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
            return;
        execution.Step(
            fiber,
            new(kind, execution.Heap.Of(null, LocationKind.History), 0, null, what)
        );
    }
}
