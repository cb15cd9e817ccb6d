using System.Text;
using Spectre.Console;

namespace Katas.Harness;

/// <summary>
/// A console that draws as much as its reader can see: no colour and no escape codes in a file or a pipe, no colour with <c>NO_COLOR</c>,
/// ASCII where the locale is not UTF-8.
/// </summary>
/// <remarks>One source file for every program with a table: dotnet-test, which must start quickly, compiles it in.</remarks>
internal static class Terminal
{
    /// <summary>Lines in a file are not wrapped: a path that is cut cannot be followed.</summary>
    private const int FileWidth = 1000;

    private const string NoColor = "NO_COLOR";

    /// <summary>The locale of characters: the first one that is set decides.</summary>
    private static readonly string[] s_locale = ["LC_ALL", "LC_CTYPE", "LANG"];

    /// <summary>Standard output.</summary>
    public static IAnsiConsole Out() => Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Standard error.</summary>
    public static IAnsiConsole Error() => Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>The columns of the window, as far as it tells.</summary>
    public static int Width
    {
        get
        {
            try
            {
                return Console.WindowWidth is > 0 and var width ? width : int.MaxValue;
            }
            catch (IOException)
            {
                return int.MaxValue;
            }
        }
    }

    /// <summary>Whether the environment of a Unix program says that its reader expects UTF-8.</summary>
    /// <param name="environment">The value of an environment variable, or <see langword="null"/>.</param>
    public static bool IsUtf8(Func<string, string?> environment) =>
        s_locale
            .Select(environment)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value))
            ?.Replace("-", "", StringComparison.Ordinal)
            .Contains("utf8", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether the environment allows colour: see no-color.org.</summary>
    /// <param name="environment">The value of an environment variable, or <see langword="null"/>.</param>
    public static bool AllowsColor(Func<string, string?> environment) =>
        string.IsNullOrEmpty(environment(NoColor));

    private static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(isRedirected ? new TrimmingWriter(writer) : writer),
            }
        );
        var capabilities = console.Profile.Capabilities;
        // On Unix, .NET writes UTF-8 whatever the locale says, so the locale itself decides.
        capabilities.Unicode = OperatingSystem.IsWindows()
            ? Console.OutputEncoding.CodePage == Encoding.UTF8.CodePage
            : IsUtf8(Environment.GetEnvironmentVariable);
        if (isRedirected)
        {
            capabilities.Ansi = false;
            capabilities.Interactive = false;
            console.Profile.Width = FileWidth;
        }
        if (isRedirected || !AllowsColor(Environment.GetEnvironmentVariable))
            capabilities.ColorSystem = ColorSystem.NoColors;
        return console;
    }
}
