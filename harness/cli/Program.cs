using System.CommandLine.Invocation;
using Katas.Harness.Cli;

// The workbook's command line: dotnet run -c Release --project harness/cli -- <command>.
var parsed = KataCommand.Create().Parse(args);
if (parsed.Action is ParseErrorAction)
    return WrongCommandLine.Explain(parsed, "harness/cli");

// After Ctrl+C a command may take a moment to report what it has.
return await parsed
    .InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) })
    .ConfigureAwait(false);
