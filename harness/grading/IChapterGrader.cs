namespace Katas.Harness.Grading;

/// <summary>Judges one chapter of one submission. Safe to call from many threads.</summary>
public interface IChapterGrader
{
    /// <summary>
    /// What separates a submission from the machine, in words for the gradebook's first line; says so when nothing does.
    /// <see langword="null"/> when it may differ, and only each <see cref="ChapterGrade.Isolation"/> says it.
    /// </summary>
    string? Isolation { get; }

    /// <summary>Judges a chapter, whatever its code does.</summary>
    /// <param name="slug">The chapter.</param>
    /// <param name="folder">Where its <c>*.cs</c> are.</param>
    /// <param name="cancellationToken">Stops it, and ends all that runs.</param>
    /// <returns>The result; an accident of the submission's is a verdict, not an exception.</returns>
    Task<ChapterGrade> Grade(
        string slug,
        string folder,
        CancellationToken cancellationToken = default
    );
}
