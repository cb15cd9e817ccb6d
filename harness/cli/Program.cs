using System.CommandLine;
using System.CommandLine.Invocation;
using Katas.Cli;

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
};

var parsed = root.Parse(args);
var exitCode = await parsed.InvokeAsync();
return parsed.Action is ParseErrorAction ? ExitCodes.Unable : exitCode;
