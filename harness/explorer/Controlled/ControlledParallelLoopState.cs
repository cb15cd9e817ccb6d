using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="ParallelLoopState"/>.</summary>
[Controls(typeof(ParallelLoopState))]
internal static class ControlledParallelLoopState
{
    public static void Stop(ParallelLoopState state, int site)
    {
        if (ParallelLoop.Of(state, site, OperationKind.Write) is not { } loop)
        {
            state.Stop();
            return;
        }
        if (loop.LowestBreak is not null)
            throw new InvalidOperationException("Stop was called after Break was called.");
        loop.Stop();
    }

    public static void Break(ParallelLoopState state, int site)
    {
        if (ParallelLoop.Of(state, site, OperationKind.Write) is not { } loop)
        {
            state.Break();
            return;
        }
        if (loop.IsStopped)
            throw new InvalidOperationException("Break was called after Stop was called.");
        loop.Break(ParallelLoop.IterationOf(state));
    }

    public static bool get_IsStopped(ParallelLoopState state, int site) =>
        ParallelLoop.Of(state, site, OperationKind.Read)?.IsStopped ?? state.IsStopped;

    public static bool get_IsExceptional(ParallelLoopState state, int site) =>
        ParallelLoop.Of(state, site, OperationKind.Read)?.IsExceptional ?? state.IsExceptional;

    public static long? get_LowestBreakIteration(ParallelLoopState state, int site) =>
        ParallelLoop.Of(state, site, OperationKind.Read) is { } loop
            ? loop.LowestBreak
            : state.LowestBreakIteration;

    public static bool get_ShouldExitCurrentIteration(ParallelLoopState state, int site) =>
        ParallelLoop
            .Of(state, site, OperationKind.Read)
            ?.ShouldExit(ParallelLoop.IterationOf(state))
        ?? state.ShouldExitCurrentIteration;
}
