using System.CommandLine;
using Katas.Harness.Bench.Suite;
using Katas.Harness.Cli;

namespace Katas.Harness.Bench;

/// <summary><c>explorer</c>: times the explorer, beside Coyote and beside an older checkout of itself.</summary>
internal static class ExplorerCommand
{
    /// <summary>The option that leaves out all but the speed.</summary>
    public const string Speed = "--speed";

    public static Command Create(Option<FileInfo?> json)
    {
        var old = new Option<string?>("--old")
        {
            Description =
                "Another checkout whose explorer is timed beside this one's: git worktree add FOLDER COMMIT.",
        };
        var speed = new Option<bool>(Speed)
        {
            Description = "Times schedules only, and nothing of other programs.",
        };
        var command = new Command(
            "explorer",
            "Times the explorer's schedules, counts them against a naive search, and compares it with Coyote on programs with a bug and without."
        )
        {
            old,
            speed,
        };
        command.SetGuardedAction(
            (parsed, cancellationToken) =>
                PeerCommand.Run(
                    new ExplorerBenchmark(
                        parsed.GetValue(old) is { } folder ? Checkout.Open(folder) : null,
                        parsed.GetValue(speed)
                    ),
                    parsed.GetValue(json),
                    cancellationToken
                )
        );
        return command;
    }
}
