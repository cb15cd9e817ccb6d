namespace Katas.Harness.Grading.Book;

/// <summary>What a kata is worth of which some tests pass.</summary>
public enum Credit
{
    /// <summary>As much as the part of its tests that passes.</summary>
    Partial,

    /// <summary>Nothing, until all pass.</summary>
    Full,
}
