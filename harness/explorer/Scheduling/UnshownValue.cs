namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Stands for an argument that no report can show: a reference, a pointer, a span.</summary>
internal static class UnshownValue
{
    public static readonly object Instance = new();
}
