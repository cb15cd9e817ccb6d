namespace Katas.Harness.Grading.Book;

/// <summary>How a student's points came about, in lines.</summary>
public static class GradeExplanation
{
    /// <summary>The lines.</summary>
    /// <param name="student">The row.</param>
    public static IEnumerable<string> Lines(StudentResult student)
    {
        ArgumentNullException.ThrowIfNull(student);
        yield return $"{student.Name}: {Figures.Points(student.Points)} of {Figures.Points(student.Most)} points";
        foreach (var note in student.Notes)
            yield return $"  {note}";
        foreach (var chapter in student.Chapters)
        {
            yield return $"  {chapter.Slug}: {Figures.Points(chapter.Points)} of {Figures.Points(chapter.Most)}";
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
                yield return $"    {kata.Kata}: {Figures.Points(kata.Points)} of {Figures.Points(kata.Most)}. {string.Join(' ', kata.Steps)}";
        }
    }
}
