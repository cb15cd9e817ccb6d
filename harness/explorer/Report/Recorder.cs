using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Report;

/// <summary>Writes down the steps of the one schedule that is reported.</summary>
internal sealed class Recorder : IStepRecorder
{
    private readonly List<object> _owners = [];
    private readonly List<Row> _rows = [];
    private readonly Dictionary<object, string> _placeholders = new(
        ReferenceEqualityComparer.Instance
    );
    private readonly Dictionary<Fiber, List<MethodCall>> _calls = [];
    private Row? _unfinished;

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<Row> Rows => _rows;

    /// <summary>Objects whose fields were read, in order.</summary>
    public IReadOnlyList<object> Owners => _owners;

    /// <summary>Objects that are a value somewhere: named when all objects are known.</summary>
    public IReadOnlyDictionary<object, string> Placeholders => _placeholders;

    /// <inheritdoc/>
    public void AddOwner(object owner)
    {
        if (!_owners.Exists(known => ReferenceEquals(known, owner)))
            _owners.Add(owner);
    }

    /// <inheritdoc/>
    // A read happens right after this call, and so does a write, whose value is therefore looked up later.
    public void AddStep(Execution execution, Fiber fiber, OperationKind kind)
    {
        FinishWrite();
        var operation = fiber.Pending;
        if (operation.Location?.Owner is { } owner)
            AddOwner(owner);
        if (execution.IsSingleThreaded)
            return;
        CorrectHeld(execution, fiber);
        AddSwitch(execution, fiber);
        var row = new Row(fiber, kind, operation.Location, operation.What, operation.Site)
        {
            Also = Array.FindAll(
                operation.Also ?? [],
                also => also.Field != LocationKind.Interrupt
            ),
            Result = operation.Result,
            Subject = operation.Subject,
            Call = CallOf(fiber),
            Event = execution.Trace.Count - 1,
            OutOfOrder = execution.Memory?.Step.OutOfOrder,
            Held = Held(execution),
        };
        _rows.Add(row);
        if (operation.Location is null)
            return;
        if (kind == OperationKind.Read)
        {
            row.Value = row.Newest = Values.Of(operation.Location, Placeholder);
            if (row.OutOfOrder is { } stale)
                row.Value = Values.Text(stale.Value, Placeholder);
        }
        else
            _unfinished = row;
    }

    /// <inheritdoc/>
    public int Enter(Fiber fiber, int site, object? self, object?[] arguments)
    {
        foreach (var seen in arguments.Prepend(self))
        {
            if (seen is not null && SiteMaps.IsRewritten(seen.GetType().Assembly))
                AddOwner(seen);
        }
        return Add(
            fiber,
            new(
                site,
                self,
                [
                    .. arguments.Select(argument =>
                        argument == UnshownValue.Instance
                            ? "..."
                            : Values.Text(argument, Placeholder)
                    ),
                ],
                CallOf(fiber)
            )
        );
    }

    /// <inheritdoc/>
    public int EnterAsync(Fiber fiber, int site, bool goesOn) =>
        Add(fiber, new(site, null, [], CallOf(fiber)) { GoesOn = goesOn });

    /// <inheritdoc/>
    public void Return(Fiber fiber, int depth, object? result)
    {
        // What a task gives is not known yet.
        if (result is not (Task or ValueTask))
            _calls[fiber][depth - 1].Result = Values.Text(result, Placeholder);
        Leave(fiber, depth);
    }

    /// <inheritdoc/>
    public void Leave(Fiber fiber, int depth)
    {
        var calls = _calls[fiber];
        calls.RemoveRange(depth - 1, calls.Count - depth + 1);
    }

    private int Add(Fiber fiber, MethodCall call)
    {
        if (!_calls.TryGetValue(fiber, out var calls))
            _calls.Add(fiber, calls = []);
        calls.Add(call);
        return calls.Count;
    }

    private MethodCall? CallOf(Fiber fiber) => _calls.GetValueOrDefault(fiber)?.LastOrDefault();

    private void AddSwitch(Execution execution, Fiber fiber)
    {
        if (
            _rows.Count == 0
            || _rows[^1].Fiber is not { IsFinished: false } before
            || before == fiber
        )
            return;
        var step = before.Pending;
        var couldGoOn = (execution.Trace[execution.Trace.Count - 1].Enabled & before.Bit) != 0;
        var what = couldGoOn ? "switch" : WaitDescription.ToTake(step);
        _rows.Add(
            new Row(
                before,
                OperationKind.Local,
                couldGoOn ? null : step.Location,
                what,
                couldGoOn ? 0 : step.Site
            )
            {
                IsSwitch = true,
                Held = _rows[^1].Held,
                Also = couldGoOn ? [] : step.Also ?? [],
                Subject = couldGoOn ? null : step.Subject,
                Call = CallOf(before),
            }
        );
    }

    /// <summary>Completes the last step of a schedule that has failed.</summary>
    public void Finish(Failure failure)
    {
        FinishWrite();
        if (_rows.Count == 0)
            return;
        // By now all have left their locks.
        foreach (var wait in failure.Waits)
        {
            _rows[^1].Held =
            [
                .. _rows[^1].Held.Where(held => held.Holder != wait.Fiber),
                .. wait.Held.Select(held => (held.Lock, wait.Fiber)),
            ];
        }
    }

    /// <summary>Looks up what the latest write has written.</summary>
    private void FinishWrite()
    {
        if (_unfinished is { Location: { } location })
            _unfinished.Value = _unfinished.OutOfOrder is { } early
                ? Values.Text(early.Value, Placeholder)
                : Values.Of(location, Placeholder);
        _unfinished = null;
    }

    /// <summary>A wait for a pulse leaves its lock only once its step is written down. By the next step of another fiber it has.</summary>
    private void CorrectHeld(Execution execution, Fiber next)
    {
        if (_rows.Count == 0)
            return;
        _rows[^1].Held =
        [
            .. _rows[^1].Held.Where(held => held.Holder == next),
            .. Held(execution).Where(held => held.Holder != next),
        ];
    }

    private static List<(Location Lock, Fiber Holder)> Held(Execution execution) =>
        [.. execution.Fibers.SelectMany(fiber => fiber.Held.Select(held => (held.Lock, fiber)))];

    private string Placeholder(object value)
    {
        if (!_placeholders.TryGetValue(value, out var text))
            _placeholders.Add(value, text = $"\u0001{_placeholders.Count}\u0002");
        return text;
    }
}
