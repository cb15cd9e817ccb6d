using System.Text.RegularExpressions;

namespace Katas.Harness.Engine.Verifier;

/// <summary>A chapter's folders hold what belongs there, and all of it.</summary>
internal static partial class FileRule
{
    private const int FewestRight = 2;

    public static Task<Findings> Check(
        ChapterUnderCheck chapter,
        CancellationToken cancellationToken
    ) => Task.FromResult(Findings.Of(Complaints(chapter)));

    private static IEnumerable<string> Complaints(ChapterUnderCheck chapter)
    {
        var name = chapter.Name;
        foreach (var folder in new[] { chapter.Exercise, chapter.Solution, chapter.Tests })
        {
            if (!Directory.Exists(folder))
            {
                yield return $"{chapter.Short(folder)} is missing.";
                yield break;
            }
        }

        var strays = Strays(
                chapter.Exercise,
                $"^({name}\\.csproj|README\\.md|hints\\.md|.+\\.(cs|png|svg))$"
            )
            .Concat(Strays(chapter.Solution, $"^({name}\\.csproj|.+\\.cs)$"))
            .Concat(
                Strays(
                    chapter.Tests,
                    $"^({name}\\.Tests\\.csproj|[^/]+\\.cs|mutants\\.txt|(wrong|right|timing)/[^/]+\\.cs|[^/]+\\.verified\\.(txt|json|html|svg))$"
                )
            );
        foreach (var stray in strays)
            yield return $"{chapter.Short(stray)} does not belong there.";

        foreach (var file in Names(chapter.Exercise).Except(Names(chapter.Solution)))
            yield return $"{chapter.Short(chapter.Exercise)}/{file} has no counterpart in {chapter.Short(chapter.Solution)}.";

        foreach (var snapshot in Directory.EnumerateFiles(chapter.Tests, "*.verified.*"))
        {
            var test = Path.GetFileName(snapshot).Split('.')[0];
            if (!File.Exists(Path.Combine(chapter.Tests, $"{test}.cs")))
                yield return $"{chapter.Short(snapshot)} is the snapshot of a test class that is not there.";
        }

        var right = Count(chapter, "right");
        if (right < FewestRight)
            yield return $"tests/{chapter.Slug}/right holds {right} other right answers; there should be at least {FewestRight}.";
        if (Count(chapter, "wrong") == 0)
            yield return $"tests/{chapter.Slug}/wrong holds no wrong answer; there should be one for each mistake the tests are meant to see.";
    }

    private static IEnumerable<string> Strays(string folder, string allowed)
    {
        var belongs = new Regex(allowed, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file =>
            {
                var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
                return !Built().IsMatch(path) && !belongs.IsMatch(path);
            });
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs").Select(file => Path.GetFileName(file));

    private static int Count(ChapterUnderCheck chapter, string kind)
    {
        var folder = Path.Combine(chapter.Tests, kind);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.cs").Count() : 0;
    }

    /// <summary>What builds, restores and editors leave; git ignores it, the lock file excepted.</summary>
    [GeneratedRegex(
        @"^((bin|obj|TestResults|\.vs|\.idea|\.vscode)/|packages\.lock\.json$|.+\.user$)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Built();
}
