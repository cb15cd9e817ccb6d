using System.Text;

namespace VerifyTests;

/// <summary>Makes of a text what is written into a snapshot: no machine's own folders, and one kind of line end.</summary>
internal static class Scrubber
{
    public static string Scrub(string? target, VerifySettings settings, string sourceFile)
    {
        if (target is null)
            return "null";
        if (target.Length == 0)
            return "emptyString";
        var text = new StringBuilder(target);
        foreach (var scrubber in settings.Scrubbers)
            scrubber(text);
        return DirectoryNames
            .For(sourceFile)
            .Replace(text.ToString())
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n');
    }
}
