using System.Numerics;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Strategies;

/// <summary>Every order of every step, depth first: what the others are compared with.</summary>
internal sealed class DepthFirstStrategy : IStrategy
{
    private readonly List<(ulong Left, int Chosen)> _path = [];

    public int Choose(Execution execution, ulong enabled, Fiber from)
    {
        var depth = execution.Trace.Count;
        if (depth == _path.Count)
        {
            var chosen =
                (enabled & from.Bit) != 0 ? from.Id : BitOperations.TrailingZeroCount(enabled);
            _path.Add((enabled & ~(1UL << chosen), chosen));
        }
        return _path[depth].Chosen;
    }

    public void OnStep(Execution execution, int index) { }

    public bool Next(Execution execution)
    {
        while (_path.Count > 0)
        {
            var (left, _) = _path[^1];
            _path.RemoveAt(_path.Count - 1);
            if (left == 0)
                continue;
            _path.Add((left & (left - 1), BitOperations.TrailingZeroCount(left)));
            return true;
        }
        return false;
    }
}
