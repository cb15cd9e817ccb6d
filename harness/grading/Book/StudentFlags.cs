namespace Katas.Harness.Grading.Book;

/// <summary>What an instructor should look at in a row.</summary>
internal static class StudentFlags
{
    public static IEnumerable<string> Of(
        IReadOnlyList<ChapterResult> chapters,
        IReadOnlyList<string> notes,
        bool isLate
    )
    {
        if (chapters.All(chapter => chapter.Grade.State == ChapterState.Missing))
            yield return "nothing to grade";
        (string What, Func<ChapterGrade, bool> Has)[] flags =
        [
            ("not allowed", grade => grade.Violations.Count > 0),
            ("does not compile", grade => grade.State == ChapterState.DoesNotCompile),
            ("not judged", grade => grade.State == ChapterState.NotJudged),
            ("unstable", grade => grade.Tests.Any(test => test.State == TestState.Unstable)),
        ];
        foreach (var (what, has) in flags)
        {
            var numbers = chapters
                .Where(chapter => has(chapter.Grade))
                .Select(chapter => chapter.Slug.Split('-')[0])
                .ToList();
            if (numbers.Count > 0)
                yield return $"{what}: {string.Join(' ', numbers)}";
        }
        if (isLate)
            yield return "late";
        if (notes.Count > 0)
            yield return "see notes";
    }
}
