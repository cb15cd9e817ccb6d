using System.Text.RegularExpressions;
using Katas.Harness.Workbook;

namespace Katas.Harness.Engine.Verifier;

/// <summary>The same chapters stand in exercises, solutions and tests, under names of one form, and nothing else.</summary>
internal static partial class FolderLayoutRule
{
    private static readonly string[] Ours = ["harness", "bin", "obj", "TestResults"];

    public static Findings Check(WorkbookPaths paths)
    {
        var exercises = Folders(paths.Exercises);
        return Findings.Of(
            exercises
                .Where(slug => !Slug().IsMatch(slug))
                .Select(slug =>
                    $"exercises/{slug} is no chapter's name; they look like 03-first-thread."
                )
                .Concat(Missing("solutions", exercises, Folders(paths.Solutions)))
                .Concat(Missing("tests", exercises, Folders(paths.Tests)))
                .Concat(Twice(exercises))
        );
    }

    private static IEnumerable<string> Missing(
        string room,
        IReadOnlyCollection<string> exercises,
        IReadOnlyCollection<string> folders
    ) =>
        exercises
            .Except(folders)
            .Select(slug => $"{room}/{slug} is missing: exercises has that chapter.")
            .Concat(
                folders
                    .Except(exercises)
                    .Select(slug => $"{room}/{slug} belongs to no chapter of exercises.")
            );

    private static IEnumerable<string> Twice(IEnumerable<string> slugs) =>
        slugs
            .GroupBy(slug => slug.Split('-')[0], StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => $"The chapters {string.Join(" and ", group)} have the same number.");

    private static List<string> Folders(string room) =>
        [
            .. Directory
                .EnumerateDirectories(room)
                .Select(folder => Path.GetFileName(folder))
                .Where(name => !Ours.Contains(name))
                .Order(StringComparer.Ordinal),
        ];

    [GeneratedRegex("^[0-9]{2}-[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slug();
}
