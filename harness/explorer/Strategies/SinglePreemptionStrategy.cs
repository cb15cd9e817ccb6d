using System.Numerics;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Strategies;

/// <summary>
/// First the schedule in which each fiber goes on as long as it can; then, for each of its steps and each other fiber, the one in which that
/// fiber goes first there. A bug of one preemption is among so many schedules as there are steps times fibers.
/// </summary>
/// <remarks>After Emmi, Qadeer and Rakamarić, "Delay-Bounded Scheduling" (2011).</remarks>
internal sealed class SinglePreemptionStrategy : IStrategy
{
    // For each step of the first schedule, the fibers that could have gone first.
    private readonly List<ulong> _others = [];
    private int _step = -1;
    private ulong _first;

    public int Choose(Execution execution, ulong enabled, Fiber from)
    {
        var step = execution.Trace.Count;
        if (step == _step && (enabled & _first) != 0)
            return BitOperations.TrailingZeroCount(_first);
        var next =
            (enabled & from.Bit) != 0 && from.Pending.Kind != OperationKind.Yield
                ? from.Id
                : BitOperations.TrailingZeroCount(enabled);
        if (_step < 0)
            _others.Add(enabled & ~(1UL << next));
        return next;
    }

    public void OnStep(Execution execution, int index) { }

    public bool Next(Execution execution)
    {
        for (_step = Math.Max(_step, 0); _step < _others.Count; _step++)
        {
            var left = _others[_step];
            if (left == 0)
                continue;
            _first = left & (~left + 1);
            _others[_step] = left & ~_first;
            return true;
        }
        return false;
    }
}
