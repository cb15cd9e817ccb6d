using System.Diagnostics;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Watch;

/// <summary>How to open a line of a file in the learner's editor.</summary>
internal static class EditorCommand
{
    /// <summary>Those that take <c>+LINE</c> before the file, as vi does.</summary>
    private static readonly string[] PlusLine =
    [
        "vi",
        "vim",
        "nvim",
        "gvim",
        "nano",
        "pico",
        "emacs",
        "emacsclient",
        "micro",
        "kak",
        "joe",
        "ed",
        "gedit",
        "kate",
    ];

    /// <summary>Those that take <c>--goto FILE:LINE</c>.</summary>
    private static readonly string[] Goto = ["code", "code-insiders", "codium", "cursor"];

    private static readonly string[] ProgramEnds = ["", ".cmd", ".exe"];

    /// <summary>The command; <see langword="null"/> when no editor is known.</summary>
    /// <param name="place">What to open.</param>
    /// <param name="environment">The value of an environment variable, or <see langword="null"/>.</param>
    /// <param name="hasProgram">Whether a program is in <c>PATH</c>.</param>
    public static ProcessStartInfo? For(
        SourcePlace place,
        Func<string, string?> environment,
        Func<string, bool> hasProgram
    )
    {
        string?[] choices =
        [
            environment("VISUAL"),
            environment("EDITOR"),
            hasProgram("code") ? "code" : null,
        ];
        var choice = choices.FirstOrDefault(choice => !string.IsNullOrWhiteSpace(choice));
        if (choice is null)
            return null;
        var words = choice.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = Path.GetFileNameWithoutExtension(words[0]);
        string[] target =
            Goto.Contains(name) ? ["--goto", $"{place.File}:{place.Line}"]
            : PlusLine.Contains(name) ? [$"+{place.Line}", place.File]
            : name is "hx" or "helix" or "subl" or "zed" ? [$"{place.File}:{place.Line}"]
            : [place.File];
        return new ProcessStartInfo(words[0], [.. words[1..], .. target])
        {
            // On Windows, `code` is a script, which only the shell starts.
            UseShellExecute = OperatingSystem.IsWindows(),
        };
    }

    /// <summary>Whether a program is in <c>PATH</c>.</summary>
    public static bool IsInPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => ProgramEnds.Select(end => Path.Combine(folder, program + end)))
            .Any(File.Exists);
}
