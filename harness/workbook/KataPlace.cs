using System.Text.RegularExpressions;

namespace Katas.Harness.Workbook;

/// <summary>Finds a kata in the learner's sources by their text: for those who have no time to build, and for code that does not compile.</summary>
public static partial class KataPlace
{
    private const string StubMark = nameof(NotImplementedException);

    /// <summary>The line of a kata's stub; when it is written, the line of its declaration; <see langword="null"/> when it cannot be found.</summary>
    /// <param name="files">The full paths of the chapter's C# files.</param>
    /// <param name="kata">The kata's name.</param>
    public static SourcePlace? Find(IEnumerable<string> files, string kata)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var file in files)
        {
            var lines = File.ReadAllLines(file);
            var declared = Array.FindIndex(lines, line => Declares(line, kata));
            if (declared < 0)
                continue;
            var isType = TypeDeclaration().IsMatch(lines[declared]);
            for (var i = declared + 1; i < lines.Length; i++)
            {
                if (!isType && Declaration().IsMatch(lines[i]))
                    break;
                if (lines[i].Contains(StubMark, StringComparison.Ordinal))
                    return new SourcePlace(file, i + 1);
            }
            return new SourcePlace(file, declared + 1);
        }
        return null;
    }

    /// <summary>Whether some of a chapter is still a stub.</summary>
    /// <param name="files">The full paths of the chapter's C# files.</param>
    public static bool HasStub(IEnumerable<string> files) =>
        files.Any(file => File.ReadAllText(file).Contains(StubMark, StringComparison.Ordinal));

    private static bool Declares(string line, string kata) =>
        Declaration().IsMatch(line)
        && Word().Matches(line.Split("=>", 2)[0].Split('(', 2)[0]).Any(word => word.Value == kata);

    [GeneratedRegex(
        @"^\s*(public|internal|protected|private)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Declaration();

    [GeneratedRegex(
        @"^[^=(]*\b(class|struct|record|interface)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"\w+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
