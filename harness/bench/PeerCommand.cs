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
            (parsed, cancellationToken) => Run(benchmark, parsed.GetValue(json), cancellationToken)
        );
        return command;
    }

    /// <summary>Measures, and shows the rows.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(
        IBenchmark benchmark,
        FileInfo? json,
        CancellationToken cancellationToken
    )
    {
        var rows = await benchmark
            .Run(Console.Error.WriteLine, cancellationToken)
            .ConfigureAwait(false);
        return await BenchReport
            .Publish(rows, BenchReport.Table(rows), rows.Any(row => row.Met == false), json)
            .ConfigureAwait(false);
    }
}
