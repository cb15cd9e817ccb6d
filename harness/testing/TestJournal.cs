using System.Text;
using System.Text.Json;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Testing;

/// <summary>
/// Writes down which test runs, outside the process, so that when the process is lost (a stack overflow, <see cref="Environment.Exit"/>)
/// it is known whose fault that was.
/// </summary>
internal static class TestJournal
{
    private static readonly FileStream? File = Open();

    public static void Began(string assembly, IReadOnlyList<TestName> tests) =>
        Write(new(JournalEvent.Begin, assembly, Tests: tests));

    public static void Done(string assembly) => Write(new(JournalEvent.Done, assembly));

    public static void Started(string test) => Write(new(JournalEvent.Start, test));

    public static void Ended(string test, Outcome? outcome) =>
        Write(new(JournalEvent.End, test, outcome));

    private static FileStream? Open()
    {
        if (
            Environment.GetEnvironmentVariable(JournalEntry.FolderVariable)
            is not { Length: > 0 } folder
        )
        {
            return null;
        }
        var path = Path.Combine(folder, $"{Environment.ProcessId}");
        StandardStreams.Redirect(
            path + JournalEntry.OutputExtension,
            path + JournalEntry.ErrorsExtension
        );
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (TestWatch.Current is { IsOver: false } watch)
                Write(new(JournalEvent.Exit, watch.Test, ExitCode: Environment.ExitCode));
        };
        return new FileStream(
            path + JournalEntry.FileExtension,
            FileMode.Append,
            FileAccess.Write,
            FileShare.Read,
            bufferSize: 0
        );
    }

    private static void Write(JournalEntry entry)
    {
        if (File is null)
            return;
        var line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry) + "\n");
        lock (File)
            File.Write(line);
    }
}
