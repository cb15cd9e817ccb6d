using System.CommandLine;
using System.CommandLine.Help;
using Katas.Harness.Cli.Grading;
using Katas.Harness.Cli.Seat;
using Katas.Harness.Cli.Updating;
using Katas.Harness.Cli.Watch;

namespace Katas.Harness.Cli;

/// <summary>The command line as a whole: every command of kata.</summary>
internal static class KataCommand
{
    public static RootCommand Create()
    {
        var groups = Groups();
        var root = new RootCommand("The workbook's own command.") { HelpName = "kata" };
        foreach (var command in groups.SelectMany(group => group.Commands))
            root.Add(command);
        root.SetGuardedAction(
            (_, cancellationToken) => WatchCommand.Run(chapter: null, cancellationToken)
        );
        // For programs: `time` starts it.
        root.Add(MeasureCommand.Create());
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new GroupedHelp((HelpAction)help.Action!, groups);
        return root;
    }

    private static IReadOnlyList<CommandGroup> Groups() =>
        [
            new(
                "For learners",
                [
                    WatchCommand.Create(),
                    ListCommand.Create(),
                    NextCommand.Create(),
                    RunCommand.Create(),
                    HintCommand.Create(),
                    LessonCommand.Create(),
                    LogCommand.Create(),
                    DebugCommand.Create(),
                    SolutionCommand.Create(),
                    ResetCommand.Create(),
                    UndoCommand.Create(),
                    UpdateCommand.Create(),
                    TimeCommand.Create(),
                ]
            ),
            new(
                "For instructors",
                [
                    GradeCommand.Create(),
                    GradeWorkerCommand.Create(),
                    CoverageCommand.Create(),
                    RepeatCommand.Create(),
                ]
            ),
            new(
                "For contributors",
                [
                    NewCommand.Create(),
                    ReadmeCommand.Create(),
                    VerifyCommand.Create(),
                    MutateCommand.Create(),
                ]
            ),
        ];
}
