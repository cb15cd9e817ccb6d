namespace Katas.Harness.Grading.Book;

/// <summary>A row of the gradebook.</summary>
/// <param name="Student">Who handed in, as the submission's name says.</param>
/// <param name="Name">The name to display.</param>
/// <param name="Key">The name of the student's files.</param>
/// <param name="Chapters">The chapters that were asked for, in the workbook's order.</param>
public sealed record StudentResult(
    string Student,
    string Name,
    string Key,
    IReadOnlyList<ChapterResult> Chapters
)
{
    /// <summary>The student's number on the platform, if the submission tells it.</summary>
    public string? Id { get; init; }

    /// <summary>The student's address, if the submission tells it.</summary>
    public string? Email { get; init; }

    /// <summary>When the submission was handed in, if that is known.</summary>
    public DateTimeOffset? HandedIn { get; init; }

    /// <summary>What was refused, left out or decided when the submission was read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What an instructor should look at, a few words each.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>The points of all chapters.</summary>
    public double Score => Chapters.Sum(chapter => chapter.Score);

    /// <summary>The points that there are.</summary>
    public double Most => Chapters.Sum(chapter => chapter.Most);
}
