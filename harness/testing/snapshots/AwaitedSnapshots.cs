using System.Collections.Concurrent;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace VerifyTests;

/// <summary>What each running test has asked to be compared, so that none is forgotten.</summary>
internal static class AwaitedSnapshots
{
    private static readonly ConcurrentDictionary<string, ConcurrentQueue<SettingsTask>> Tests =
        new();

    internal static string CurrentTest => TestContext.CurrentContext.Test.ID;

    public static void Begin(ITest test)
    {
        UsedPrefixes.Begin(test);
        Tests[test.Id] = new ConcurrentQueue<SettingsTask>();
    }

    /// <summary>Notes a comparison of the running test.</summary>
    /// <exception cref="InvalidOperationException">Nobody will look whether it is awaited.</exception>
    public static SettingsTask Add(Action compare)
    {
        if (!Tests.TryGetValue(CurrentTest, out var snapshots))
            throw new InvalidOperationException(
                $"No running test watches over its snapshots. Call Verify from a test method, and give its assembly the attribute {nameof(SnapshotsAreAwaitedAttribute)}."
            );
        var snapshot = new SettingsTask(compare);
        snapshots.Enqueue(snapshot);
        return snapshot;
    }

    /// <summary>Ends the running test.</summary>
    /// <returns>How many of its comparisons nobody awaited.</returns>
    public static int End() =>
        Tests.TryRemove(CurrentTest, out var snapshots)
            ? snapshots.Count(snapshot => snapshot.IsForgotten)
            : 0;
}
