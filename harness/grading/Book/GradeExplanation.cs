namespace Katas.Harness.Grading.Book;

/// <summary>How a student's points came about, in lines.</summary>
public static class GradeExplanation
{
    /// <summary>The lines.</summary>
    /// <param name="student">The row.</param>
    public static IEnumerable<string> Lines(StudentResult student)
    {
        ArgumentNullException.ThrowIfNull(student);
        yield return $"{student.Name}: {Figures.Score(student.Score)} of {Figures.Score(student.Most)} points";
        foreach (var note in student.Notes)
            yield return $"  {note}";
        foreach (var chapter in student.Chapters)
        {
            yield return $"  {chapter.Slug}: {Figures.Score(chapter.Score)} of {Figures.Score(chapter.Most)}";
            var grade = chapter.Grade;
            IEnumerable<string> lines =
            [
                .. chapter.Steps,
                .. grade.Errors.Select(error => $"{error}"),
                .. grade.Violations.Select(one => $"{one}"),
                .. grade.Notes,
            ];
            foreach (var line in lines)
                yield return $"    {line}";
            if (grade.State != ChapterState.Graded)
                continue;
            foreach (var kata in chapter.Katas)
                yield return $"    {kata.Kata}: {Figures.Score(kata.Score)} of {Figures.Score(kata.Most)}. {string.Join(' ', kata.Steps)}";
        }
    }
}
