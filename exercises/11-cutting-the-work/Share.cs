namespace Katas.CuttingTheWork;

/// <summary>Neighbouring items that one worker gets.</summary>
/// <param name="Start">The first item, counted from 0.</param>
/// <param name="Count">How many items.</param>
public readonly record struct Share(int Start, int Count)
{
    /// <summary>The item after the last.</summary>
    public int End => Start + Count;
}
