using System.CommandLine.Invocation;
using Katas.Harness.Cli;
using Katas.Harness.Cli.Grading;
using Katas.Harness.Workbook;

// The workbook's command line: ./kata <command>, or dotnet run -c Release --project harness/cli -- <command>.
if (LauncherStamp.IsStale(WorkbookPaths.Find().Root))
    return LauncherStamp.Stale;
var parsed = KataCommand.Create().Parse(args);
if (parsed.Action is ParseErrorAction)
    return WrongCommandLine.Explain(parsed, "./kata");

// After Ctrl+C a command may take a moment to report what it has; a worker ends what it has in hand, however long that takes.
TimeSpan? limit =
    parsed.CommandResult.Command.Name == GradeWorkerCommand.Name ? null : TimeSpan.FromSeconds(10);
return await parsed.InvokeAsync(new() { ProcessTerminationTimeout = limit }).ConfigureAwait(false);
