namespace Katas.Harness.Probes;

/// <summary>The threads on which the guard and the probes call an answer.</summary>
public static class WatchedThread
{
    /// <summary>Their name, the same for all: an answer that reads it does not learn what it is watched for.</summary>
    public const string Name = "test";
}
