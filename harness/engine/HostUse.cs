namespace Katas.Harness.Engine;

/// <summary>In what process a chapter's tests run.</summary>
public enum HostUse
{
    /// <summary>In one that has run nothing before, and runs nothing after.</summary>
    Fresh,

    /// <summary>
    /// Perhaps in one that has run other sources of the same chapter before, and was left by them as it was: several times as fast. For who
    /// knows what to expect, and asks again for a fresh one when something else comes.
    /// </summary>
    Shared,
}
