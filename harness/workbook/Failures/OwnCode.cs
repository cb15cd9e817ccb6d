using System.Globalization;
using System.Text.RegularExpressions;

namespace Katas.Harness.Workbook.Failures;

/// <summary>Finds the learner's own code in a stack trace.</summary>
internal static partial class OwnCode
{
    /// <summary>
    /// The frame next to the throw whose file lies in a folder. The exceptions inside another follow it in NUnit's text, each after a line
    /// <c>--InvalidOperationException</c>, and the innermost tells the cause.
    /// </summary>
    public static SourcePlace? Deepest(string stackTrace, string sources)
    {
        SourcePlace? deepest = null;
        var isFirst = true;
        foreach (var line in stackTrace.Split('\n'))
        {
            if (line.StartsWith("--", StringComparison.Ordinal))
                isFirst = true;
            if (!isFirst || Place(line) is not { } place || !IsIn(place.File, sources))
                continue;
            deepest = place;
            isFirst = false;
        }
        return deepest;
    }

    private static SourcePlace? Place(string line)
    {
        var frame = Frame().Match(line);
        return
            frame.Success
            && int.TryParse(
                frame.Groups["line"].Value,
                CultureInfo.InvariantCulture,
                out var number
            )
            ? new(frame.Groups["file"].Value, number)
            : null;
    }

    private static bool IsIn(string file, string folder)
    {
        var relative = Path.GetRelativePath(folder, file);
        return !Path.IsPathRooted(relative) && relative.Split('/', '\\')[0] != "..";
    }

    [GeneratedRegex(
        @"^\s*at .* in (?<file>.+):line (?<line>[0-9]+)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Frame();
}
