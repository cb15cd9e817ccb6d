namespace Katas.PleaseStop;

/// <summary>Why some work ended without its result.</summary>
public enum Ending
{
    /// <summary>We asked it to stop, and it did.</summary>
    Stopped,

    /// <summary>Somebody lost patience, but not we.</summary>
    TimedOut,

    /// <summary>Something went wrong.</summary>
    Failed,
}
