namespace Katas.Corpus;

/// <summary>What a thread of a <see cref="RandomProgram"/> may do next.</summary>
public enum RandomStep
{
    ReadA,
    ChangeA,
    ReadB,
    WriteB,
    ReadElement,
    WriteElement,
    IncrementC,
    CompareAndExchangeC,
    ChangeBLocked,
    ChangeAIfTheLockIsFree,
    ReadCAndPulseAll,
    Pulse,
    WaitForAWhile,
    WaitForAPulse,
    TakeASlot,
    TakeASlotIfOneIsFree,
    SetTheEvent,
    WaitForTheEvent,
    LockOneThenTheOther,
    LockTheOtherThenOne,
    WaitForTheEventLocked,
    SpinUntilCIsSet,
    ReadBVolatile,
    WriteBVolatile,
    Fence,
}
