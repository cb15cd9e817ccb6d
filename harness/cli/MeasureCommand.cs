using System.CommandLine;
using Katas.Harness.Cli.Timing;

namespace Katas.Harness.Cli;

/// <summary><c>measure</c>: the process in which <c>time</c> measures. Not for people.</summary>
internal static class MeasureCommand
{
    public const string Name = "measure";

    public static Command Create()
    {
        var pipe = new Argument<string>("pipe");
        var assembly = new Argument<string>("assembly");
        var rounds = new Argument<int>("rounds");
        var workers = new Argument<int[]>("workers");
        var command = new Command(Name) { pipe, assembly, rounds, workers };
        command.Hidden = true;
        command.SetAction(
            (parsed, _) =>
                MeasuringHost.Run(
                    parsed.GetRequiredValue(pipe),
                    parsed.GetRequiredValue(assembly),
                    new()
                    {
                        Rounds = parsed.GetValue(rounds),
                        Workers = parsed.GetRequiredValue(workers),
                    }
                )
        );
        return command;
    }
}
