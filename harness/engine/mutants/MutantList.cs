using System.Globalization;
using System.Text.RegularExpressions;

namespace Katas.Harness.Engine.Mutants;

/// <summary>The mutants of a chapter that may survive, each with its reason: <c>tests/NN-slug/mutants.txt</c>.</summary>
/// <param name="Entries">The mutants.</param>
/// <param name="Errors">What cannot be read, with its line.</param>
public sealed partial record MutantList(
    IReadOnlyList<MutantEntry> Entries,
    IReadOnlyList<string> Errors
)
{
    /// <summary>The name of the file, in the folder of a chapter's tests.</summary>
    public const string FileName = "mutants.txt";

    private static readonly Dictionary<string, MutantReason> Reasons = new(StringComparer.Ordinal)
    {
        ["same-behaviour"] = MutantReason.SameBehaviour,
        ["not-promised"] = MutantReason.NotPromised,
        ["only-slower"] = MutantReason.OnlySlower,
        ["needs-luck"] = MutantReason.NeedsLuck,
        ["not-yet-caught"] = MutantReason.NotYetCaught,
    };

    /// <summary>A reason as it stands in the list.</summary>
    /// <param name="reason">The reason.</param>
    public static string NameOf(MutantReason reason) =>
        Reasons.First(named => named.Value == reason).Key;

    /// <summary>Reads a chapter's list; it is empty where there is no file.</summary>
    /// <param name="tests">The folder of the chapter's tests.</param>
    public static MutantList Read(string tests)
    {
        var file = Path.Combine(tests, FileName);
        return File.Exists(file) ? Parse(File.ReadAllText(file)) : new([], []);
    }

    /// <summary>Reads a list: one mutant a line, <c>operator member hash reason: words</c>; lines that begin with # are comments.</summary>
    /// <param name="text">The file's text.</param>
    public static MutantList Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var entries = new Dictionary<MutantId, MutantEntry>();
        var errors = new List<string>();
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (line.Trim().Length == 0 || line.StartsWith('#'))
                continue;
            var match = Entry().Match(line);
            if (
                !match.Success || !Reasons.TryGetValue(match.Groups["reason"].Value, out var reason)
            )
            {
                errors.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{FileName}:{index + 1}: '{line.Trim()}' is not of the form 'operator Type.Member hash reason: words', with a reason out of {string.Join(", ", Reasons.Keys)}."
                    )
                );
                continue;
            }
            var id = new MutantId(
                match.Groups["operator"].Value,
                match.Groups["member"].Value,
                match.Groups["hash"].Value
            );
            var entry = new MutantEntry(id, reason, match.Groups["words"].Value, index + 1);
            if (!entries.TryAdd(id, entry))
                errors.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{FileName}:{index + 1}: '{id}' stands in line {entries[id].Line} already."
                    )
                );
        }
        return new([.. entries.Values], errors);
    }

    [GeneratedRegex(
        @"^(?<operator>[a-z-]+) (?<member>\S+) (?<hash>[0-9a-f]+(-[0-9]+)?) (?<reason>[a-z-]+): (?<words>\S.*?)\s*$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Entry();
}
