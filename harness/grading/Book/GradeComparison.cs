namespace Katas.Harness.Grading.Book;

/// <summary>How two gradings of one class differ, in lines.</summary>
public static class GradeComparison
{
    /// <summary>The lines; the last one counts.</summary>
    /// <param name="before">The older gradebook.</param>
    /// <param name="after">The newer one.</param>
    public static IEnumerable<string> Lines(Gradebook before, Gradebook after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var old = before.Students.ToDictionary(one => one.Student, StringComparer.Ordinal);
        var changed = 0;
        foreach (var student in after.Students)
        {
            if (!old.Remove(student.Student, out var earlier))
            {
                changed++;
                yield return $"{student.Name}: new, {Figures.Score(student.Score)} points";
                continue;
            }
            var differences = Differences(earlier, student).ToList();
            if (differences.Count == 0)
                continue;
            changed++;
            yield return $"{student.Name}: {Change(earlier.Score, student.Score)}";
            foreach (var line in differences)
                yield return $"  {line}";
        }
        foreach (var gone in old.Values)
            yield return $"{gone.Name}: no longer there, had {Figures.Score(gone.Score)} points";
        yield return $"{changed + old.Count} of {after.Students.Count + old.Count} students differ.";
    }

    private static IEnumerable<string> Differences(StudentResult before, StudentResult after)
    {
        var old = before.Chapters.ToDictionary(chapter => chapter.Slug, StringComparer.Ordinal);
        foreach (var chapter in after.Chapters)
        {
            if (!old.Remove(chapter.Slug, out var earlier))
            {
                yield return $"{chapter.Slug}: new, {Figures.Score(chapter.Score)} points";
                continue;
            }
            if (Figures.Score(earlier.Score) != Figures.Score(chapter.Score))
                yield return $"{chapter.Slug}: {Change(earlier.Score, chapter.Score)}";
            if (earlier.Grade.State != chapter.Grade.State)
                yield return $"{chapter.Slug}: {earlier.Grade.State}, now {chapter.Grade.State}";
            foreach (var line in Tests(earlier.Grade, chapter.Grade))
                yield return $"{chapter.Slug}: {line}";
        }
        foreach (var slug in old.Keys)
            yield return $"{slug}: no longer graded";
    }

    private static IEnumerable<string> Tests(ChapterGrade before, ChapterGrade after)
    {
        if (before.State != ChapterState.Graded || after.State != ChapterState.Graded)
            return [];
        var old = before
            .Tests.GroupBy(test => (test.Kata, test.Test))
            .ToDictionary(group => group.Key, group => group.Last().State);
        return after
            .Tests.Where(test =>
                old.TryGetValue((test.Kata, test.Test), out var state) && state != test.State
            )
            .Select(test => $"{test.Test}: {old[(test.Kata, test.Test)]}, now {test.State}");
    }

    private static string Change(double before, double after)
    {
        var difference = Figures.Rounded(after) - Figures.Rounded(before);
        return $"{Figures.Score(before)}, now {Figures.Score(after)} ({(difference < 0 ? "" : "+")}{Figures.Score(difference)})";
    }
}
