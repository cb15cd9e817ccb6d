using Katas.Harness.Workbook.Failures;

namespace Katas.Harness.DotnetTest;

/// <summary>
/// A line on the terminal that says how far a run is, written over again and again and erased at its end. The cursor stays at its beginning, so
/// that an error of the build which comes in between is written over it and not behind it.
/// </summary>
/// <param name="writer">The terminal.</param>
/// <param name="width">Its columns.</param>
internal sealed class LifeLine(TextWriter writer, int width)
{
    private string _shown = "";

    /// <summary>The line of this program's terminal; <see langword="null"/> when there is none, or one that cannot go back in a line.</summary>
    public static LifeLine? OfTerminal()
    {
        const int UsualWidth = 80;
        if (
            Console.IsOutputRedirected
            || !CanGoBack(OperatingSystem.IsWindows(), Environment.GetEnvironmentVariable("TERM"))
        )
        {
            return null;
        }
        return new(Console.Out, Console.WindowWidth > 0 ? Console.WindowWidth : UsualWidth);
    }

    /// <summary>Whether a terminal of this name can write over a line.</summary>
    public static bool CanGoBack(bool isWindows, string? term) =>
        isWindows || (!string.IsNullOrEmpty(term) && term != "dumb");

    public void Show(string text)
    {
        var line = TextWidth.Cut(text, width - 1, "...");
        if (line == _shown)
            return;
        writer.Write(TextWidth.Pad(line, TextWidth.Of(_shown)) + "\r");
        writer.Flush();
        _shown = line;
    }

    public void Erase() => Show("");
}
