using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>The static constructor of one type in one schedule: who runs it, and how it has ended.</summary>
internal sealed class StaticConstruction(Location location) : IGate
{
    private readonly HashSet<Fiber> _knownTo = [];
    private Fiber? _runBy;
    private bool _hasEnded;
    private bool _hasEndedAlone;
    private TypeInitializationException? _failure;

    /// <summary>What other steps on it conflict about.</summary>
    public Location Location { get; } = location;

    /// <summary>Whether nobody has come to the type so far.</summary>
    public bool IsFresh => _runBy is null;

    public Fiber? WaitsFor => _hasEnded ? null : _runBy;

    public static StaticConstruction Of(Execution execution, Type type)
    {
        var location = execution.Heap.Of(type, LocationKind.StaticConstructor);
        location.State ??= new StaticConstruction(location);
        return (StaticConstruction)location.State;
    }

    /// <summary>Whether the fiber runs it, or has seen that it has ended: it needs no step then.</summary>
    public bool IsPassedBy(Fiber fiber) =>
        _hasEnded ? _hasEndedAlone || _knownTo.Contains(fiber) : _runBy == fiber;

    /// <summary>
    /// Who comes while another runs it waits, unless that one waits in turn for a constructor that the fiber runs: then the fiber goes on and finds
    /// the type unfinished, as the runtime has it.
    /// </summary>
    public bool IsOpenFor(Fiber fiber) =>
        _hasEnded || _runBy is null || _runBy == fiber || IsWaitingFor(_runBy, fiber);

    public void Begin(Fiber fiber, int site)
    {
        _runBy = fiber;
        fiber.Held.Add((Location, site));
    }

    public void End(Fiber fiber, bool isAlone, TypeInitializationException? failure)
    {
        (_hasEnded, _hasEndedAlone, _failure) = (true, isAlone, failure);
        fiber.Held.RemoveAll(held => held.Lock == Location);
        _knownTo.Add(fiber);
    }

    /// <summary>The fiber goes on.</summary>
    public void Pass(Fiber fiber)
    {
        if (_hasEnded)
            _knownTo.Add(fiber);
    }

    /// <exception cref="TypeInitializationException">The constructor has thrown.</exception>
    public void ThrowIfFailed()
    {
        if (_failure is not null)
            throw _failure;
    }

    private static bool IsWaitingFor(Fiber waiting, Fiber fiber)
    {
        for (var i = 0; i < Fiber.Limit; i++)
        {
            if (
                waiting.Pending.Gate is not StaticConstruction { WaitsFor: { } next }
                || next == waiting
            )
                return false;
            if (next == fiber)
                return true;
            waiting = next;
        }
        return false;
    }
}
