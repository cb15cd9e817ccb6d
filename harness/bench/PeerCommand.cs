using System.CommandLine;
using Katas.Harness.Cli;

namespace Katas.Harness.Bench;

/// <summary>The command of one benchmark: measures, shows the rows as a table, and writes them to a file if asked to.</summary>
internal static class PeerCommand
{
    public static Command Create(IBenchmark benchmark, Option<FileInfo?> json)
    {
        var command = new Command(benchmark.Name, benchmark.Description);
        command.SetGuardedAction(
            async (parsed, cancellationToken) =>
            {
                var rows = await benchmark
                    .Run(Console.Error.WriteLine, cancellationToken)
                    .ConfigureAwait(false);
                return await BenchReport
                    .Publish(
                        rows,
                        BenchReport.Table(rows),
                        rows.Any(row => row.Met == false),
                        parsed.GetValue(json)
                    )
                    .ConfigureAwait(false);
            }
        );
        return command;
    }
}
