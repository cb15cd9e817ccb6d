using System.CommandLine;

namespace Katas.Harness.Cli;

/// <summary>The command line as a whole: every command of kata.</summary>
internal static class KataCommand
{
    public static RootCommand Create()
    {
        var root = new RootCommand(
            "The workbook's own commands. The learner's command is `dotnet test`; these time, repeat, verify and report."
        )
        {
            CoverageCommand.Create(),
            ReadmeCommand.Create(),
            VerifyCommand.Create(),
            MutateCommand.Create(),
            RepeatCommand.Create(),
            NewCommand.Create(),
            TimeCommand.Create(),
            MeasureCommand.Create(),
        };
        root.HelpName = "kata";
        return root;
    }
}
