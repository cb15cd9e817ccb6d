using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Memory;

/// <summary>
/// .NET's memory model as its specification gives it. A location keeps its writes, a fiber knows of each location the oldest write that it may still
/// read, and what synchronises hands this knowledge on.
/// </summary>
/// <remarks>
/// A cousin of the promising semantics without promises: an access never depends on one that comes later in the schedule, so a read that returns
/// what is written only because of it (load buffering) is not shown.
/// </remarks>
internal sealed partial class DotNetMemory : IMemory
{
    /// <summary>How often one place of a fiber may read one old value. A loop would otherwise do it endlessly.</summary>
    public const int MostStaleReads = 3;

    private readonly Dictionary<(int Field, Type? Owner), Variable?> _variables = [];
    private readonly List<History?> _histories = [];
    private readonly Knowledge?[] _knowledge = new Knowledge?[Fiber.Limit];
    private View _fences = new();
    private int _lastFence = -1;
    private UInt128 _fenceHash;

    // The latest access, until it is complete.
    private History? _history;
    private Message? _message;
    private bool _isRead;

    public WeakStep Step { get; } = new();

    public bool LeftSomeOut { get; private set; }

    public int? VersionRead => _isRead ? _message?.Version : null;

    public void Reset()
    {
        Settle();
        _histories.Clear();
        Array.Clear(_knowledge);
        _fences = new View();
        (_lastFence, _fenceHash) = (-1, 0);
    }

    public void Join(Fiber fiber, Fiber other) => Of(fiber).Join(Of(other));

    public void Settle()
    {
        // The program has written to memory, where the newest value has to be.
        if (
            !_isRead
            && _history is { Variable: { } variable } history
            && _message is { } written
            && written != history.Newest
        )
        {
            written.Value = variable.Read(history.Location);
            variable.Write(history.Location, history.Newest.Value);
            Step.OutOfOrder!.Value = written.Value;
        }
        (_history, _message, _isRead) = (null, null, false);
    }

    public void CatchUp(Fiber fiber, Location location)
    {
        if (HistoryOf(location) is { Variable: not null } history)
            Of(fiber).Seen.Advance(location.Id, history.Newest);
    }

    public T Load<T>(Fiber fiber, T value)
    {
        if (!_isRead || _history is not { } history || _message is not { } message)
            return value;
        var result = message == history.Newest ? value : ValueOf<T>(message.Value);
        if (!typeof(T).IsValueType && result is not null)
            Of(fiber).Reach(result, message.Known, history.Location.Owner);
        (_history, _message, _isRead) = (null, null, false);
        return result;
    }

    public void OrderReads(Fiber fiber) => Of(fiber).Seen.Join(Of(fiber).Unordered);

    public void OrderWrites(Fiber fiber) => Of(fiber).AtFence = Of(fiber).Seen.Copy();

    public void Follow(Fiber fiber, object owner, object value) =>
        Of(fiber).Reach(value, null, owner);

    public void RecordEvent(Fiber fiber, int index)
    {
        if (Step.IsFence)
            (_lastFence, _fenceHash) = (index, fiber.Hash);
        if (_history is not { } history)
            return;
        switch (Step.Access)
        {
            case AccessKind.WeakRead:
                history.WeakReads.Add(index);
                break;
            case AccessKind.StrongRead:
                history.StrongReads.Add(index);
                break;
            default:
                (_message!.Event, _message.Hash) = (index, fiber.Hash);
                break;
        }
    }

    private static T ValueOf<T>(object? value)
    {
        if (!typeof(T).IsValueType || value is null)
            return (T)value!;
        // The instruction may take the value for another type of the same size: a bool for a byte.
        return Unsafe.As<byte, T>(ref Unsafe.As<Box>(value).First);
    }

    private Knowledge Of(Fiber fiber) => _knowledge[fiber.Id] ??= new Knowledge();

    private History HistoryOf(Location location)
    {
        while (_histories.Count <= location.Id)
            _histories.Add(null);
        return _histories[location.Id] ??= new History(location, VariableOf(location));
    }

    private Variable? VariableOf(Location location)
    {
        if (location.Field <= 0 && location.Field != LocationKind.Element)
            return null;
        var key = (location.Field, location.Owner?.GetType());
        if (!_variables.TryGetValue(key, out var variable))
            _variables.Add(key, variable = Variable.Of(location));
        return variable;
    }

    private static bool IsVolatile(in Operation operation) =>
        operation.Order == MemoryOrder.Volatile || SiteMaps.Site(operation.Site).IsVolatile;

    /// <summary>The layout of a boxed value, as seen from its first byte.</summary>
    private sealed class Box
    {
        public byte First;
    }
}
