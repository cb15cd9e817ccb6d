namespace Katas.Harness.Grading.Book;

/// <summary>What is the same for all students of a class.</summary>
/// <param name="Folder">Where the book is written.</param>
/// <param name="Isolation">What separated the submissions from the machine.</param>
/// <param name="Workbook">The version of the workbook.</param>
/// <param name="Graded">When it was graded.</param>
/// <param name="Notes">What is to be said of the class as a whole.</param>
/// <param name="Slugs">The chapters, in order.</param>
internal sealed record ClassSummary(
    string Folder,
    string Isolation,
    string Workbook,
    DateTimeOffset Graded,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> Slugs
);
