using System.Numerics;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Strategies;

/// <summary>Every order of every step, depth first: what the others are compared with.</summary>
internal sealed class DepthFirstStrategy : IStrategy
{
    private readonly List<Node> _path = [];

    public int Choose(Execution execution, ulong enabled, Fiber from)
    {
        var depth = execution.Trace.Count;
        if (depth == _path.Count)
        {
            var chosen =
                (enabled & from.Bit) != 0 ? from.Id : BitOperations.TrailingZeroCount(enabled);
            _path.Add(new Node(enabled & ~(1UL << chosen), chosen, 0, 0));
        }
        return _path[depth].Chosen;
    }

    public int ChooseOption(Execution execution, int count)
    {
        var node = _path[execution.Trace.Count];
        _path[execution.Trace.Count] = node with { Options = count };
        return node.Option;
    }

    public void OnStep(Execution execution, int index) { }

    public bool Next(Execution execution)
    {
        while (_path.Count > 0)
        {
            var node = _path[^1];
            _path.RemoveAt(_path.Count - 1);
            if (node.Option + 1 < node.Options)
            {
                _path.Add(node with { Option = node.Option + 1 });
                return true;
            }
            if (node.Left == 0)
                continue;
            _path.Add(
                new Node(
                    node.Left & (node.Left - 1),
                    BitOperations.TrailingZeroCount(node.Left),
                    0,
                    0
                )
            );
            return true;
        }
        return false;
    }

    /// <summary>A point of the search: the fibers that are left to try, the one that is tried, and in which of how many ways its step takes effect.</summary>
    private readonly record struct Node(ulong Left, int Chosen, int Option, int Options);
}
