using System.CommandLine;
using Katas.Harness.Cli;
using Katas.Harness.Workbook;
using Spectre.Console;

namespace Katas.Harness.Bench.Suite;

/// <summary><c>suite</c>: times what the whole workbook costs.</summary>
internal static class SuiteCommand
{
    public static Command Create(Option<FileInfo?> json)
    {
        var old = new Option<string?>("--old")
        {
            Description =
                "Another checkout to time beside this one, for example of an old commit: git worktree add FOLDER COMMIT.",
        };
        var rounds = new Option<int?>("--rounds")
        {
            Description =
                "How often each row is timed [default: 5 where it takes seconds, 1 where it takes minutes].",
            CustomParser = result => WholeNumber.Parse(result, "--rounds", 1, 1_000),
        };
        var rows = RowsOptions.Create();
        var command = new Command(
            "suite",
            "Times the whole workbook: the solutions' run, the learner's run, a fresh clone, the engine; with --old beside another checkout."
        )
        {
            old,
            rounds,
            rows.Only,
            rows.Ci,
        };
        command.SetGuardedAction(
            (parsed, cancellationToken) =>
                Run(
                    parsed.GetValue(old),
                    rows.Value(parsed),
                    parsed.GetValue(rounds),
                    parsed.GetValue(json),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> Run(
        string? old,
        IReadOnlyList<SuiteMeasure> measures,
        int? rounds,
        FileInfo? json,
        CancellationToken cancellationToken
    )
    {
        var suite = new SuiteBenchmark(
            new Checkout(WorkbookPaths.Find()),
            old is null ? null : Checkout.Open(old)
        );
        var rows = await suite
            .Run(measures, rounds, Console.Error.WriteLine, cancellationToken)
            .ConfigureAwait(false);
        return await BenchReport
            .Publish(rows, Table(rows), rows.Any(row => !row.Met), json)
            .ConfigureAwait(false);
    }

    private static Table Table(IReadOnlyList<SuiteRow> rows)
    {
        var table = BenchReport.Table("old", "new", "ratio", "goal");
        table.AddColumn("met");
        foreach (var row in rows)
        {
            table.AddRow(
                Markup.Escape(row.What),
                BenchReport.Figure(row.Old, "s"),
                BenchReport.Figure(row.New, "s"),
                BenchReport.Number(row.Ratio),
                $"<= {BenchReport.Figure(row.Goal, "s")}",
                BenchReport.Met(row.Met)
            );
        }
        return table.Compact();
    }
}
