using System.Text;
using Spectre.Console;

namespace Katas.Harness.DotnetTest;

/// <summary>The console as the progress table needs it: plain where it is not a terminal, ASCII where it is not UTF-8.</summary>
internal static class Terminal
{
    private const int FileWidth = 1000;
    private static readonly string[] Locale = ["LC_ALL", "LC_CTYPE", "LANG"];

    public static IAnsiConsole Open()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        console.Profile.Capabilities.Unicode = IsUtf8();
        if (Console.IsOutputRedirected)
        {
            console.Profile.Capabilities.Ansi = false;
            console.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
            console.Profile.Width = FileWidth;
        }
        if (Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 })
            console.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        return console;
    }

    /// <summary>On Unix, .NET writes UTF-8 whatever the locale says, so the locale is asked itself.</summary>
    private static bool IsUtf8()
    {
        if (OperatingSystem.IsWindows())
            return Console.OutputEncoding.CodePage == Encoding.UTF8.CodePage;
        var locale = Locale
            .Select(Environment.GetEnvironmentVariable)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return locale is not null
            && locale
                .Replace("-", "", StringComparison.Ordinal)
                .Contains("utf8", StringComparison.OrdinalIgnoreCase);
    }
}
