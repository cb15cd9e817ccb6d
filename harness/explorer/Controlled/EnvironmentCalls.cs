namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Environment"/>.</summary>
[Controls(typeof(Environment))]
internal static class EnvironmentCalls
{
    public static int get_CurrentManagedThreadId(int site) =>
        Points.IsExplored(out _, out _)
            ? ThreadCalls.get_CurrentThread(site).ManagedThreadId
            : Environment.CurrentManagedThreadId;
}
