using System.CommandLine;
using Katas.Cli;

// The workbook's command line: dotnet run -c Release --project harness/cli -- <command>.
var root = new RootCommand(
    "The workbook's own commands. The learner's command is `dotnet test`; these time, repeat, verify and report."
)
{
    CoverageCommand.Create(),
    ReadmeCommand.Create(),
    VerifyCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
