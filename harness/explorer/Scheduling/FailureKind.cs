namespace Katas.Harness.Explorer.Scheduling;

/// <summary>In which way a schedule failed.</summary>
internal enum FailureKind
{
    /// <summary>An assertion of the test fails.</summary>
    AssertionFailed,

    /// <summary>Calls gave results that they never give one after the other.</summary>
    NotLinearizable,

    /// <summary>An exception leaves a thread.</summary>
    Threw,

    /// <summary>Threads wait for one another, or for something that nobody will do.</summary>
    Deadlock,

    /// <summary>Threads run but get nowhere, even when each has its turn.</summary>
    Livelock,

    /// <summary>A loop waits for a change of what it may have read before it began.</summary>
    MayNeverEnd,

    /// <summary>Two threads use a collection at once that is not made for it.</summary>
    DataRace,

    /// <summary>A call that the explorer does not control has blocked.</summary>
    UncontrolledWait,

    /// <summary>A call that the explorer does not model.</summary>
    NotModelled,

    /// <summary>The test does not do the same thing when the same choices are made.</summary>
    NotRepeatable,
}
