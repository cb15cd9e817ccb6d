namespace Katas.Harness.Grading.Book;

/// <summary>What a test counts as that passed only when it was run again.</summary>
public enum UnstableRule
{
    /// <summary>As failed.</summary>
    Red,

    /// <summary>As passed.</summary>
    Green,
}
