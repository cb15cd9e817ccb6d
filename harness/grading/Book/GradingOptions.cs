using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Book;

/// <summary>How a class is graded.</summary>
/// <param name="Paths">The workbook.</param>
/// <param name="Slugs">The chapters to grade.</param>
/// <param name="Output">Where the book is written, and what was graded is kept.</param>
public sealed record GradingOptions(WorkbookPaths Paths, IReadOnlyList<string> Slugs, string Output)
{
    /// <summary>How verdicts become points.</summary>
    public GradingConfig Config { get; init; } = new();

    /// <summary>What is written beside the gradebook, for platforms.</summary>
    public IReadOnlyList<BookFormat> Formats { get; init; } = [];

    /// <summary>The time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
