using System.CommandLine;
using System.CommandLine.Invocation;
using Katas.Harness.Cli;

// The workbook's command line: dotnet run -c Release --project harness/cli -- <command>.
var root = new RootCommand(
    "The workbook's own commands. The learner's command is `dotnet test`; these time, repeat, verify and report."
)
{
    CoverageCommand.Create(),
    ReadmeCommand.Create(),
    VerifyCommand.Create(),
    RepeatCommand.Create(),
    NewCommand.Create(),
    TimeCommand.Create(),
    MeasureCommand.Create(),
};

var parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction)
    return WrongCommandLine.Explain(parsed);

// After Ctrl+C a command may take a moment to report what it has.
return await parsed.InvokeAsync(
    new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) }
);
