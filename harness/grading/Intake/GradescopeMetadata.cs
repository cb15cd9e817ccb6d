using System.Globalization;
using System.Text.RegularExpressions;

namespace Katas.Harness.Grading.Intake;

/// <summary>Reads the part of Gradescope's <c>submission_metadata.yml</c> that tells whose each submission is, and when it came.</summary>
internal static partial class GradescopeMetadata
{
    public const string FileName = "submission_metadata.yml";

    /// <summary>The students of each folder (<c>submission_123</c>).</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<HandInName>> Parse(string text)
    {
        var students = new Dictionary<string, IReadOnlyList<HandInName>>(StringComparer.Ordinal);
        string? folder = null;
        List<Dictionary<string, string>> people = [];
        DateTimeOffset? time = null;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Folder().Match(line) is { Success: true } start)
            {
                Finish();
                (folder, people, time) = (start.Groups["name"].Value, [], null);
            }
            // Older submissions are listed deeper, as a history.
            else if (Time().Match(line) is { Success: true } created)
            {
                time = ReadTime(created.Groups["value"].Value);
            }
            else if (Person().Match(line) is { Success: true } person)
            {
                if (person.Groups["new"].Success)
                    people.Add(new(StringComparer.Ordinal));
                if (people.Count > 0)
                    people[^1][person.Groups["key"].Value] = Unquote(person.Groups["value"].Value);
            }
        }
        Finish();
        return students;

        void Finish()
        {
            if (folder is not null)
                students[folder] = [.. people.Select(person => Name(person, folder, time))];
        }
    }

    private static HandInName Name(
        Dictionary<string, string> person,
        string folder,
        DateTimeOffset? time
    ) =>
        new(
            Hangul.Compose(
                person.GetValueOrDefault("name") is { Length: > 0 } name
                    ? name
                    : person.GetValueOrDefault("email", folder)
            )
        )
        {
            Id = person.GetValueOrDefault("sid"),
            Email = person.GetValueOrDefault("email"),
            HandedIn = time,
            Attempt = time?.UtcTicks ?? 0,
        };

    private static DateTimeOffset? ReadTime(string text) =>
        DateTimeOffset.TryParse(
            Unquote(text),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : null;

    private static string Unquote(string text)
    {
        text = text.Trim();
        return text switch
        {
            ['\'', .. var inner, '\''] => inner.Replace("''", "'", StringComparison.Ordinal),
            ['"', .. var inner, '"'] => Escape()
                .Replace(
                    inner,
                    match =>
                        match.Groups["code"].Success
                            ? char.ConvertFromUtf32(
                                int.Parse(
                                    match.Groups["code"].Value,
                                    NumberStyles.HexNumber,
                                    CultureInfo.InvariantCulture
                                )
                            )
                            : match.Groups["c"].Value
                ),
            _ => text,
        };
    }

    [GeneratedRegex(@"^(?<name>submission_[0-9]+):", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Folder();

    [GeneratedRegex(@"^  :created_at: (?<value>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Time();

    [GeneratedRegex(
        @"^  (?<new>- )?( {0,2}):(?<key>name|sid|email):(?<value>.*)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Person();

    [GeneratedRegex(
        @"\\(u(?<code>[dD][0-7][0-9a-fA-F]{2}|[0-9a-ce-fA-CE-F][0-9a-fA-F]{3})|(?<c>.))",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Escape();
}
