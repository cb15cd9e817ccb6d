namespace Katas.Harness.Cli.Seat;

/// <summary>What is remembered of a kata.</summary>
internal enum KataState
{
    /// <summary>Its tests have not run yet.</summary>
    NotRun,

    /// <summary>Its tests have run, and the chapter's files have changed since.</summary>
    Changed,

    /// <summary>Some of its tests fail, or none of them can run.</summary>
    Red,

    /// <summary>All its tests pass.</summary>
    Green,
}
