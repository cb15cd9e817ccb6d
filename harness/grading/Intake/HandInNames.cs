using System.Globalization;
using System.Text.RegularExpressions;

namespace Katas.Harness.Grading.Intake;

/// <summary>What the places where classes hand in make of a student's name.</summary>
internal static partial class HandInNames
{
    /// <summary>Reads the name of a file or a folder as Moodle, Canvas and people write it.</summary>
    public static HandInName Parse(string name)
    {
        name = Hangul.Compose(name);
        // Where names end in what a student has chosen, that part may look like another platform's.
        if (Canvas().Match(name) is { Success: true } canvas)
        {
            return new(canvas.Groups["name"].Value)
            {
                Id = canvas.Groups["user"].Value,
                IsLate = canvas.Groups["late"].Success,
                Attempt = long.TryParse(
                    canvas.Groups["id"].Value,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var attempt
                )
                    ? attempt
                    : 0,
                FileName = canvas.Groups["file"].Value,
            };
        }
        if (Moodle().Match(name) is { Success: true } moodle)
        {
            return new(moodle.Groups["name"].Value.Trim())
            {
                Id = moodle.Groups["id"].Value,
                FileName = moodle.Groups["file"].Value,
            };
        }
        var bare = name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        return new(bare.Trim() is { Length: > 0 } student ? student : name);
    }

    /// <summary>
    /// What stands before the students' names in the folders that GitHub Classroom makes: the assignment, with a hyphen. It is known from the
    /// folder around them, or where several hold whole repositories and begin alike.
    /// </summary>
    public static string ClassroomPrefix(string folder, IReadOnlyList<string> repositories)
    {
        const string Submissions = "-submissions";
        if (folder.EndsWith(Submissions, StringComparison.Ordinal))
        {
            var assignment = folder[..^Submissions.Length] + "-";
            if (repositories.All(name => name.StartsWith(assignment, StringComparison.Ordinal)))
                return assignment;
        }
        if (repositories.Count < 2)
            return "";
        var common = repositories.Aggregate(Common);
        return common[..(common.LastIndexOf('-') + 1)];
    }

    private static string Common(string one, string other) =>
        string.Concat(
            one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Select(pair => pair.First)
        );

    [GeneratedRegex(
        @"^(?<name>.+?)_(?<id>[0-9]+)_assignsubmission_[a-z]+_?(?<file>.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Moodle();

    [GeneratedRegex(
        @"^(?<name>[^_]+)(_(?<late>LATE))?_(?<user>[0-9]+)_(?<id>[0-9]+)_(?<file>.+)$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Canvas();
}
