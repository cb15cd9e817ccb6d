namespace Katas.Harness.Engine.Mutants;

/// <summary>Why a mutant may survive.</summary>
public enum MutantReason
{
    /// <summary><c>same-behaviour</c>: no program can tell it from the reference answer.</summary>
    SameBehaviour,

    /// <summary><c>not-promised</c>: it does something else, which is as right by lesson and documentation.</summary>
    NotPromised,

    /// <summary><c>only-slower</c>: it costs more time or memory, and no limit is promised.</summary>
    OnlySlower,

    /// <summary><c>needs-luck</c>: the difference shows only when a race, a garbage collection or a processor wants it so.</summary>
    NeedsLuck,

    /// <summary><c>not-yet-caught</c>: it is wrong, and the tests do not see it. It does not count as equivalent.</summary>
    NotYetCaught,
}
