namespace Katas.Harness.Explorer.Linearizability;

/// <summary>The result of an operation that gives none.</summary>
internal sealed class Nothing
{
    public static readonly Nothing Value = new();

    private Nothing() { }
}
