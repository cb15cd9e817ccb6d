using System.Text;
using System.Text.Json;

namespace Katas.Harness.Testing;

/// <summary>
/// Writes down which test runs, outside the process, so that when the process is lost (a stack overflow, <see cref="Environment.Exit"/>)
/// it is known whose doing that was.
/// </summary>
internal static class TestJournal
{
    /// <summary>The environment variable that names the folder for journals; without it none is written.</summary>
    public const string FolderVariable = "KATAS_JOURNAL";

    private static readonly FileStream? File = Open();

    public static void Began(string assembly) => Write(new("begin", assembly, null));

    public static void Done(string assembly) => Write(new("done", assembly, null));

    public static void Started(string test) => Write(new("start", test, null));

    public static void Ended(string test) => Write(new("end", test, null));

    private static FileStream? Open()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is not { Length: > 0 } folder)
            return null;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (TestWatch.Current is { IsOver: false } watch)
                Write(new("exit", watch.Test, Environment.ExitCode));
        };
        return new FileStream(
            Path.Combine(folder, $"{Environment.ProcessId}.jsonl"),
            FileMode.Append,
            FileAccess.Write,
            FileShare.Read,
            bufferSize: 0
        );
    }

    private static void Write(Entry entry)
    {
        if (File is null)
            return;
        var line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry) + "\n");
        lock (File)
            File.Write(line);
    }

    /// <summary>A line of the journal.</summary>
    /// <param name="What"><c>begin</c>, <c>start</c>, <c>end</c>, <c>exit</c> or <c>done</c>.</param>
    /// <param name="Test">The test's full name; with <c>begin</c> and <c>done</c> the test assembly's path.</param>
    /// <param name="ExitCode">With <c>exit</c>, what the process was ended with.</param>
    private sealed record Entry(string What, string Test, int? ExitCode);
}
