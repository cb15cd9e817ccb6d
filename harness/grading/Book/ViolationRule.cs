namespace Katas.Harness.Grading.Book;

/// <summary>What becomes of a chapter that uses what it may not.</summary>
public enum ViolationRule
{
    /// <summary>It is worth nothing, and is not run.</summary>
    Zero,

    /// <summary>It is run and counts like any other, with a flag in the gradebook.</summary>
    Flag,
}
