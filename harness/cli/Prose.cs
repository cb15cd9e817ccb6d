using Katas.Harness.Workbook.Failures;

namespace Katas.Harness.Cli;

/// <summary>Sentences for people: on a terminal no line breaks inside a word, in a file or a pipe each line stays whole.</summary>
internal static class Prose
{
    /// <summary>Writes to standard output.</summary>
    public static void Out(string text) => Write(Console.Out, Console.IsOutputRedirected, text);

    /// <summary>Writes to standard error.</summary>
    public static void Error(string text) => Write(Console.Error, Console.IsErrorRedirected, text);

    /// <summary>The lines of a text.</summary>
    /// <param name="text">One line or several.</param>
    /// <param name="width">The most columns a line may take; a longer word stays whole.</param>
    public static IEnumerable<string> Lines(string text, int width)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.ReplaceLineEndings("\n")
            .Split('\n')
            .SelectMany(line => TextWidth.Wrap(line, width));
    }

    private static void Write(TextWriter writer, bool isRedirected, string text)
    {
        var width = isRedirected ? int.MaxValue : Terminal.Width;
        foreach (var line in Lines(text, width))
            writer.WriteLine(line);
    }
}
