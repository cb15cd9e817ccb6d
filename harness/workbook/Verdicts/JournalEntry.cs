namespace Katas.Harness.Workbook.Verdicts;

/// <summary>What a test process writes down about itself, a JSON line each, so that it is known whose fault it is when the process is lost.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Subject">The test's full name; the test assembly's path with <see cref="JournalEvent.Begin"/> and <see cref="JournalEvent.Done"/>.</param>
/// <param name="Outcome">With <see cref="JournalEvent.End"/>, what ended the test, if the guard did; <see cref="Outcome.Failed"/> otherwise says nothing.</param>
/// <param name="ExitCode">With <see cref="JournalEvent.Exit"/>, the process's exit code.</param>
/// <param name="Tests">With <see cref="JournalEvent.Begin"/>, all tests of the assembly, in the order in which they run.</param>
public sealed record JournalEntry(
    JournalEvent Event,
    string Subject,
    Outcome? Outcome = null,
    int? ExitCode = null,
    IReadOnlyList<TestName>? Tests = null
)
{
    /// <summary>The environment variable that names the folder for journals; without it none is written.</summary>
    public const string FolderVariable = "KATAS_JOURNAL";

    /// <summary>The journal's file is named after the process's id and this.</summary>
    public const string FileExtension = ".jsonl";

    /// <summary>So is the file that holds what the process writes to its error output past .NET, as a dying runtime does.</summary>
    public const string ErrorsExtension = ".err";

    /// <summary>And the one that holds what it writes to its output past the console of NUnit.</summary>
    public const string OutputExtension = ".out";
}
