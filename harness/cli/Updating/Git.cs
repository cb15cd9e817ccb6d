using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Katas.Harness.Cli.Updating;

/// <summary>Calls git in the workbook's folder.</summary>
/// <param name="root">The workbook's root.</param>
internal sealed class Git(string root)
{
    /// <summary>What git says to programs that it calls itself, as from a hook, is not meant for this workbook.</summary>
    private static readonly string[] Foreign = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"];

    /// <summary>What git writes, without the line end after it.</summary>
    /// <exception cref="UsageException">It fails; the message says how.</exception>
    public string Text(params IReadOnlyList<string> arguments) =>
        TryText(arguments)
        ?? throw new UsageException(
            $"`git {string.Join(' ', arguments)}` failed: {Run(arguments).Errors.Trim()}"
        );

    /// <summary>The same, or <see langword="null"/> when it fails.</summary>
    public string? TryText(params IReadOnlyList<string> arguments) =>
        Run(arguments) is { ExitCode: 0 } result
            ? Encoding.UTF8.GetString(result.Output).TrimEnd('\n', '\r')
            : null;

    /// <summary>The bytes of a file in a commit, with the line ends that it has in the working folder; <see langword="null"/> when it is not there.</summary>
    public byte[]? File(string commit, string path) =>
        Run(["cat-file", "--filters", $"{commit}:{path}"]) is { ExitCode: 0 } result
            ? result.Output
            : null;

    /// <summary>Calls git and waits for it.</summary>
    /// <exception cref="UsageException">There is no git.</exception>
    public GitResult Run(
        IReadOnlyList<string> arguments,
        string? input = null,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = root,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in Foreign)
            start.Environment.Remove(name);
        // A question that nobody sees would be waited for.
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            return new(process.ExitCode, output.ToArray(), errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception e)
        {
            throw new UsageException(
                $"git could not be started ({e.Message}). Install it from https://git-scm.com and try again."
            );
        }
    }
}
