using System.Numerics;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Strategies;

/// <summary>
/// All schedules in which a fiber is preempted, or an access takes effect out of order, at most so often. A state that was reached before in another order of independent steps, with the
/// same fiber at work and no more preemptions used, is not explored again.
/// </summary>
/// <remarks>After Musuvathi and Qadeer, "Iterative Context Bounding" (2007) and "Partial-Order Reduction for Context-Bounded State Exploration" (2007).</remarks>
internal sealed class PreemptionBoundingStrategy(int bound) : IStrategy
{
    private const int MaxStates = 1_000_000;

    private readonly List<Node> _path = [];
    private readonly Dictionary<(UInt128 Trace, int Fiber), int> _states = [];

    /// <summary>Whether some schedule was left out because it has more preemptions.</summary>
    public bool LeftSomeOut { get; private set; }

    public int Choose(Execution execution, ulong enabled, Fiber from)
    {
        var depth = execution.Trace.Count;
        if (depth < _path.Count)
        {
            Repeatable.Require(_path[depth].Enabled == enabled, execution, depth);
            return _path[depth].Chosen;
        }
        var node = new Node
        {
            Enabled = enabled,
            From = from.Id,
            Spent = depth == 0 ? 0 : _path[depth - 1].SpentAfter,
            CanGoOn = (enabled & from.Bit) != 0 && from.Pending.Kind != OperationKind.Yield,
        };
        if (IsKnown(execution.Trace.Hash, node))
            return -1;
        node.Chosen =
            (enabled & from.Bit) != 0 ? from.Id : BitOperations.TrailingZeroCount(enabled);
        node.Tried = 1UL << node.Chosen;
        _path.Add(node);
        return node.Chosen;
    }

    public int ChooseOption(Execution execution, int count)
    {
        var node = _path[execution.Trace.Count];
        node.Options = count;
        return node.Option;
    }

    public void OnStep(Execution execution, int index)
    {
        var node = _path[index];
        var step = execution.Trace[index];
        Repeatable.Require(node.TakenBy != node.Chosen || node.Site == step.Site, execution, index);
        (node.TakenBy, node.Site) = (node.Chosen, step.Site);
    }

    public bool Next(Execution execution)
    {
        while (_path.Count > 0)
        {
            var node = _path[^1];
            if (node.Option + 1 < node.Options)
            {
                node.Option++;
                if (node.SpentAfter <= bound)
                    return true;
                LeftSomeOut = true;
            }
            (node.Option, node.Options) = (0, 0);
            for (var left = node.Enabled & ~node.Tried; left != 0; left &= left - 1)
            {
                node.Chosen = BitOperations.TrailingZeroCount(left);
                node.Tried |= 1UL << node.Chosen;
                if (node.SpentAfter <= bound)
                    return true;
                LeftSomeOut = true;
            }
            _path.RemoveAt(_path.Count - 1);
        }
        return false;
    }

    private bool IsKnown(UInt128 trace, Node node)
    {
        var state = (trace, node.CanGoOn ? node.From : -1);
        if (_states.TryGetValue(state, out var spent) && spent <= node.Spent)
            return true;
        if (_states.Count < MaxStates || _states.ContainsKey(state))
            _states[state] = node.Spent;
        return false;
    }

    private sealed class Node
    {
        public ulong Enabled { get; init; }

        public int From { get; init; }

        public bool CanGoOn { get; init; }

        public int Spent { get; init; }

        public ulong Tried { get; set; }

        public int Chosen { get; set; }

        /// <summary>In which of how many ways the step takes effect.</summary>
        public int Option { get; set; }

        public int Options { get; set; }

        public int TakenBy { get; set; } = -1;

        public int Site { get; set; }

        public int SpentAfter => Spent + (CanGoOn && Chosen != From ? 1 : 0) + (Option > 0 ? 1 : 0);
    }
}
