using Katas.Harness.Engine.Mutants.Operators;

namespace Katas.Harness.Engine.Mutants;

/// <summary>All ways of changing code. Where two make the same of it, the first counts, so those that say more stand first.</summary>
internal static class MutationOperators
{
    public static IReadOnlyList<IMutationOperator> All { get; } =
    [
        // Of concurrency.
        new LockRemoved(),
        new LockNarrowed(),
        new LockOnNewObject(),
        new LockOnOtherObject(),
        new WhileToIf(),
        new PulseForPulseAll(),
        new SignalRemoved(),
        new SignalBeforeState(),
        new InterlockedToPlain(),
        new VolatileRemoved(),
        new TokenNotPassed(),
        new OtherToken(),
        new TokenNotChecked(),
        new CancellationSwallowed(),
        new CancellationToFault(),
        new AwaitDropped(),
        new BlockedForAwait(),
        new RunOnCaller(),
        new RunOnPool(),
        new RunOnNewThread(),
        new ContinuationInline(),
        new OneAfterTheOther(),
        new DegreeByOne(),
        new JoinRemoved(),
        new ForegroundThread(),
        new DisposeRemoved(),
        new LimitIgnored(),
        new ResultsByCompletion(),
        // General.
        new ConditionBoundary(),
        new ConditionNegated(),
        new ConditionPartRemoved(),
        new ArithmeticChanged(),
        new ConstantChanged(),
        new ThrowRemoved(),
        new CatchEmptied(),
        new StatementRemoved(),
        new ArgumentsSwapped(),
        new DefaultReturned(),
        new OtherEnd(),
        new EnumerationReversed(),
        new EnumeratedTwice(),
        new StaticState(),
        new IntForLong(),
    ];
}
