namespace Katas.Harness.Engine.Mutants;

/// <summary>What a mutant is called. An edit elsewhere, or of the layout, changes nothing about it.</summary>
/// <param name="Operator">The operator, for example <c>lock-removed</c>.</param>
/// <param name="Member">The type and its member, for example <c>OrderBook.Add</c>.</param>
/// <param name="Hash">A hash of the code that is changed, and of what it is changed to.</param>
public sealed record MutantId(string Operator, string Member, string Hash)
{
    /// <summary>As it stands in <c>mutants.txt</c>: <c>lock-removed OrderBook.Add 1b2c3d4e</c>.</summary>
    public override string ToString() => $"{Operator} {Member} {Hash}";
}
