using System.Numerics;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Strategies;

/// <summary>
/// Depth-first search with dynamic partial-order reduction: of all schedules that differ only in the order of independent steps it runs one.
/// Source sets decide where another fiber must go first, sleep sets keep a schedule from being run twice.
/// </summary>
/// <remarks>After Abdulla, Aronis, Jonsson and Sagonas, "Source Sets: A Foundation for Optimal Dynamic Partial Order Reduction" (2017).</remarks>
internal sealed class DporStrategy : IStrategy
{
    private readonly List<Node> _path = [];
    private readonly List<Node> _pool = [];
    private readonly int[] _first = new int[Fiber.Limit];
    private int _replayed;

    public int Choose(Execution execution, ulong enabled, Fiber from)
    {
        var depth = execution.Trace.Count;
        if (depth < _path.Count)
        {
            Repeatable.Require(_path[depth].Enabled == enabled, execution, depth);
            return _path[depth].Chosen;
        }

        var node = NewNode(depth, enabled, execution.Heap.Count);
        if (depth > 0)
            node.InheritSleep(_path[depth - 1], execution.Trace[depth - 1]);
        var awake = enabled & ~node.Sleep;
        if (awake == 0)
            return -1;
        node.Choose((awake & from.Bit) != 0 ? from.Id : BitOperations.TrailingZeroCount(awake));
        node.Backtrack = 1UL << node.Chosen;
        _path.Add(node);
        return node.Chosen;
    }

    public int ChooseOption(Execution execution, int count)
    {
        var depth = execution.Trace.Count;
        var node = _path[depth];
        if (node.OptionCount == 0)
            node.SetOptions(execution.Memory!, count);
        else
            Repeatable.Require(node.OptionCount == count, execution, depth);
        return node.Option;
    }

    public void OnStep(Execution execution, int index)
    {
        var trace = execution.Trace;
        var node = _path[index];
        var step = trace[index];
        if (index < _replayed)
            Repeatable.Require(
                node.Step.Site == step.Site && node.Step.Kind == step.Kind,
                execution,
                index
            );
        node.Step = step;
        ReverseAll(trace, index);
    }

    public void OnBlockedStep(Execution execution, int index) => ReverseAll(execution.Trace, index);

    public bool Next(Execution execution)
    {
        while (_path.Count > 0)
        {
            var node = _path[^1];
            if (node.TakeNextOption())
            {
                _replayed = _path.Count - 1;
                return true;
            }
            node.PutChosenToSleep();
            if (node.Option < 0)
                node.AddAnyBacktrack();
            var left = node.Backtrack & node.Enabled & ~node.Sleep;
            if (left != 0)
            {
                node.Choose(BitOperations.TrailingZeroCount(left));
                _replayed = _path.Count - 1;
                return true;
            }
            _path.RemoveAt(_path.Count - 1);
        }
        return false;
    }

    private void ReverseAll(Trace trace, int index)
    {
        foreach (var race in trace.Races)
            Reverse(trace, race, index);
    }

    /// <summary>Sees to it that some schedule lets the later of two racing steps go before the earlier.</summary>
    private void Reverse(Trace trace, int earlier, int later)
    {
        var node = _path[earlier];
        var initials = Initials(trace, earlier, later);
        if ((initials & node.Backtrack) != 0)
            return;
        var wanted = 1UL << trace[later].Fiber;
        if ((initials & wanted) == 0)
            wanted = initials & (~initials + 1);
        node.Backtrack |= (wanted & node.Enabled) != 0 ? wanted : node.Enabled;
    }

    /// <summary>The fibers that can go first in what remains between two racing steps once all that depends on the earlier one is left out.</summary>
    private ulong Initials(Trace trace, int earlier, int later)
    {
        Array.Fill(_first, -1);
        ulong seen = 0;
        ulong initials = 0;
        for (var i = earlier + 1; i <= later; i++)
        {
            var fiber = trace[i].Fiber;
            if (i < later && trace.HappenedBefore(earlier, i))
                continue;
            if ((seen & (1UL << fiber)) != 0)
                continue;
            var isInitial = true;
            for (var rest = seen; rest != 0 && isInitial; rest &= rest - 1)
                isInitial = !trace.HappenedBefore(_first[BitOperations.TrailingZeroCount(rest)], i);
            seen |= 1UL << fiber;
            _first[fiber] = i;
            if (isInitial)
                initials |= 1UL << fiber;
        }
        return initials;
    }

    private Node NewNode(int depth, ulong enabled, int locations)
    {
        if (depth == _pool.Count)
            _pool.Add(new Node());
        var node = _pool[depth];
        node.Reset(depth, enabled, locations);
        return node;
    }

    /// <summary>A point of the search: the fibers that are enabled, to be tried, and asleep.</summary>
    private sealed class Node
    {
        private readonly Sleeper[] _sleepers = new Sleeper[Fiber.Limit];
        private readonly List<int> _options = [];
        private int _depth;
        private int _locations;
        private int _option;

        // Those of which some effects are asleep: the ones that were possible where they fell asleep.
        private ulong _dozing;

        public ulong Enabled { get; private set; }

        public ulong Backtrack { get; set; }

        public ulong Sleep { get; private set; }

        public int Chosen { get; private set; }

        public Event Step { get; set; }

        /// <summary>In how many ways the chosen fiber's step can take effect in a weak memory; 0 as long as that is not known.</summary>
        public int OptionCount { get; private set; }

        /// <summary>In which of them it does; -1 when all are asleep.</summary>
        public int Option =>
            OptionCount == 0 ? 0
            : _options.Count == 0 ? -1
            : _options[Math.Min(_option, _options.Count - 1)];

        public void Reset(int depth, ulong enabled, int locations)
        {
            (_depth, Enabled, _locations) = (depth, enabled, locations);
            (Backtrack, Sleep, _dozing) = (0, 0, 0);
            Choose(-1);
        }

        public void Choose(int fiber)
        {
            (Chosen, OptionCount, _option) = (fiber, 0, 0);
            _options.Clear();
        }

        /// <summary>The chosen fiber had nothing new to do here, so another must go first.</summary>
        public void AddAnyBacktrack()
        {
            var awake = Enabled & ~Sleep;
            Backtrack |= awake & (~awake + 1);
        }

        /// <summary>Notes in which ways the chosen fiber's step can take effect; only those that are not asleep are tried.</summary>
        public void SetOptions(IMemory memory, int count)
        {
            OptionCount = count;
            for (var i = 0; i < count; i++)
            {
                if (
                    (_dozing & (1UL << Chosen)) == 0
                    || memory.IsNewSince(i, _sleepers[Chosen].Depth)
                )
                    _options.Add(i);
            }
        }

        public bool TakeNextOption() => ++_option < _options.Count;

        public void PutChosenToSleep()
        {
            // When nothing was tried it stays what it was.
            if (OptionCount == 0 || _options.Count > 0)
                _sleepers[Chosen] = new(
                    Step.Kind,
                    Step.Location,
                    Step.Field,
                    Step.Access,
                    Step.IsFence,
                    Step.TouchesMore,
                    _locations,
                    _depth
                );
            Sleep |= 1UL << Chosen;
        }

        /// <summary>A fiber that sleeps before a step sleeps on after it unless the two depend on each other.</summary>
        public void InheritSleep(Node parent, in Event step)
        {
            for (var rest = parent.Sleep | parent._dozing; rest != 0; rest &= rest - 1)
            {
                var fiber = BitOperations.TrailingZeroCount(rest);
                if (fiber == step.Fiber || parent._sleepers[fiber].DependsOn(step))
                    continue;
                _sleepers[fiber] = parent._sleepers[fiber];
                var bit = 1UL << fiber;
                if ((parent.Sleep & bit) != 0 && !_sleepers[fiber].GainsFrom(step))
                    Sleep |= bit;
                else
                    _dozing |= bit;
            }
        }
    }

    /// <summary>The step that a sleeping fiber will take. Locations that it was the first to touch may have another number in another schedule.</summary>
    private readonly record struct Sleeper(
        OperationKind Kind,
        int Location,
        int Field,
        AccessKind Access,
        bool IsFence,
        bool TouchesMore,
        int KnownLocations,
        int Depth
    )
    {
        public bool DependsOn(in Event step)
        {
            if (IsFence && step.IsFence)
                return true;
            if (IsOnArray(TouchesMore, Field) || IsOnArray(step.TouchesMore, step.Field))
                return IsOfArray(Field) && IsOfArray(step.Field);
            if (TouchesMore || step.TouchesMore)
                return !IsOfMemory(Field) && !IsOfMemory(step.Field);
            if (!IsSameLocation(step))
                return false;
            return Access == AccessKind.None
                ? Kind != OperationKind.Read || step.Kind != OperationKind.Read
                : WeakDependence.DependsOn(Access, step.Access);
        }

        /// <summary>Whether the step adds to the ways in which this one can take effect, and leaves the others as they are.</summary>
        public bool GainsFrom(in Event step) =>
            Access != AccessKind.None
            && IsSameLocation(step)
            && WeakDependence.GainsFrom(Access, step.Access);

        // Which handles a step has touched is not kept: it depends on every step on what is no field and no element.
        private static bool IsOfMemory(int field) => field is > 0 or LocationKind.Element;

        // A call that is given an array touches its elements, which are not kept either.
        private static bool IsOnArray(bool touchesMore, int field) =>
            touchesMore && field == LocationKind.Unmodelled;

        private static bool IsOfArray(int field) =>
            field is LocationKind.Unmodelled or LocationKind.Element;

        private bool IsSameLocation(in Event step)
        {
            if (Location < 0 || step.Location < 0)
                return false;
            return Location < KnownLocations
                ? Location == step.Location
                : step.Location >= KnownLocations && Field == step.Field;
        }
    }
}
