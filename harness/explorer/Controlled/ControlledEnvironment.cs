namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Environment"/>.</summary>
[Controls(typeof(Environment))]
internal static class ControlledEnvironment
{
    public static int get_CurrentManagedThreadId(int site) =>
        SchedulingPoints.IsExplored(out _, out _)
            ? ControlledThread.get_CurrentThread(site).ManagedThreadId
            : Environment.CurrentManagedThreadId;
}
