using System.Numerics;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Strategies;

/// <summary>
/// Each fiber has a random priority and the highest that can go on does; at a few random steps the running one drops to the lowest. A bug that
/// needs d steps in a certain order among n fibers and k steps is found by one schedule with a chance of at least 1/(n·k^(d-1)).
/// </summary>
/// <remarks>After Burckhardt, Kothari, Musuvathi and Nagarakatte, "A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs" (2010).</remarks>
/// <param name="seed">What the random numbers start from.</param>
/// <param name="depth">How many steps in a certain order a bug may need.</param>
/// <param name="mixes">Whether two of three schedules are random walks instead.</param>
internal sealed class PctStrategy(ulong seed, int depth, bool mixes) : IStrategy
{
    private readonly int[] _priority = new int[Fiber.Limit];
    private readonly HashSet<int> _drops = [];
    private ulong _state = seed;
    private ulong _known;
    private int _longest = 20;
    private int _lowest;
    private int _begun;
    private bool _walks;

    public int Choose(Execution execution, ulong enabled, Fiber from)
    {
        var step = execution.Trace.Count;
        if (step == 0)
            Begin();
        _longest = Math.Max(_longest, step + 1);
        if (_walks)
            return Any(enabled);
        for (var rest = enabled & ~_known; rest != 0; rest &= rest - 1)
            _priority[BitOperations.TrailingZeroCount(rest)] = depth + (int)(Random() >> 34);
        _known |= enabled;
        if (_drops.Contains(step) || from.Pending.Kind == OperationKind.Yield)
            _priority[from.Id] = --_lowest;
        var best = -1;
        for (var rest = enabled; rest != 0; rest &= rest - 1)
        {
            var fiber = BitOperations.TrailingZeroCount(rest);
            if (best < 0 || _priority[fiber] > _priority[best])
                best = fiber;
        }
        return best;
    }

    public int ChooseOption(Execution execution, int count) =>
        count == 1 || Random() % 2 == 0 ? 0 : (int)(Random() % (ulong)count);

    public void OnStep(Execution execution, int index) { }

    public bool Next(Execution execution) => true;

    private void Begin()
    {
        (_known, _lowest) = (0, 0);
        // Two of three go to any fiber at each step: what needs many preemptions is rarely among the others.
        _walks = mixes && _begun++ % 3 > 0;
        _drops.Clear();
        for (var i = 1; i < depth; i++)
            _drops.Add((int)(Random() % (ulong)_longest));
    }

    private int Any(ulong enabled)
    {
        for (var skip = Random() % (ulong)BitOperations.PopCount(enabled); skip > 0; skip--)
            enabled &= enabled - 1;
        return BitOperations.TrailingZeroCount(enabled);
    }

    /// <summary>SplitMix64: the same numbers on every machine.</summary>
    private ulong Random() => Hashing.Avalanche(_state += 0x9E3779B97F4A7C15);
}
