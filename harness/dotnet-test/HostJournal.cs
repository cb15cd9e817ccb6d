using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.DotnetTest;

/// <summary>What one test process wrote down about itself: see <c>TestJournal</c> in harness/testing.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="Entries">What it wrote.</param>
/// <param name="Errors">What it wrote to its error output past .NET: a runtime that dies says why.</param>
internal sealed record HostJournal(
    int ProcessId,
    IReadOnlyList<JournalEntry> Entries,
    string Errors
)
{
    private const int LongestErrors = 8 * 1024;

    /// <summary>Whether the process ran all its tests.</summary>
    public bool IsDone => Entries.Any(entry => entry.Event == JournalEvent.Done);

    /// <summary>The test assembly that it ran.</summary>
    public string? Assembly =>
        Entries.FirstOrDefault(entry => entry.Event == JournalEvent.Begin)?.Subject;

    /// <summary>The exit code, when the process was exited during a test.</summary>
    public int? ExitCode =>
        Entries.FirstOrDefault(entry => entry.Event == JournalEvent.Exit)?.ExitCode;

    /// <summary>How many of its tests have ended, of how many.</summary>
    public (int Ended, int All) Progress =>
        (
            Entries.Count(entry => entry.Event == JournalEvent.End),
            Entries.Sum(entry => entry.Tests?.Count ?? 0)
        );

    /// <summary>Reads the journals of all test processes that had this folder.</summary>
    public static IReadOnlyList<HostJournal> ReadAll(string folder) =>
        [.. Directory.EnumerateFiles(folder, $"*{JournalEntry.FileExtension}").Select(Read)];

    /// <summary>The processes that have written more to their console, past NUnit's, than anybody can read.</summary>
    public static IEnumerable<int> Flooding(string folder, long limit) =>
        new DirectoryInfo(folder)
            .EnumerateFiles()
            .Where(file =>
                file.Extension is JournalEntry.OutputExtension or JournalEntry.ErrorsExtension
                && file.Length > limit
            )
            .Select(file =>
                int.Parse(Path.GetFileNameWithoutExtension(file.Name), CultureInfo.InvariantCulture)
            );

    /// <summary>Ends a test process, and what it has started.</summary>
    public static void Kill(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e)
            when (e
                    is ArgumentException
                        or InvalidOperationException
                        or AggregateException
                        or Win32Exception
            )
        {
            // It is gone.
        }
    }

    private static HostJournal Read(string file)
    {
        var errors = Path.ChangeExtension(file, JournalEntry.ErrorsExtension);
        return new(
            int.Parse(Path.GetFileNameWithoutExtension(file), CultureInfo.InvariantCulture),
            [.. Lines(file).Select(Parse).OfType<JournalEntry>()],
            File.Exists(errors) ? Beginning(errors) : ""
        );
    }

    /// <summary>The process may still be writing.</summary>
    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(
            new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)
        );
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static string Beginning(string file)
    {
        using var reader = new StreamReader(file);
        var text = new char[LongestErrors];
        return new string(text, 0, reader.ReadBlock(text));
    }

    /// <summary>A process that is killed may leave half a line at the end.</summary>
    private static JournalEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalEntry>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
