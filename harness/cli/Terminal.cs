using System.Text;
using Spectre.Console;

namespace Katas.Harness.Cli;

/// <summary>A console that draws as much as its reader can see: no colour and no escape codes in a file, a pipe or with <c>NO_COLOR</c>, no blocks where the encoding has none.</summary>
internal static class Terminal
{
    private const int WidthOfFiles = 140;

    /// <summary>Standard output.</summary>
    public static IAnsiConsole Out() => Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Standard error.</summary>
    public static IAnsiConsole Error() => Create(Console.Error, Console.IsErrorRedirected);

    private static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem =
                    isRedirected
                    || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 }
                        ? ColorSystemSupport.NoColors
                        : ColorSystemSupport.Detect,
                Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
            }
        );
        console.Profile.Capabilities.Unicode =
            Console.OutputEncoding.CodePage == Encoding.UTF8.CodePage;
        if (isRedirected)
            console.Profile.Width = WidthOfFiles;
        return console;
    }
}
