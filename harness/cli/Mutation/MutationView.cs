using System.Globalization;
using Katas.Harness.Engine.Mutants;
using Spectre.Console;

namespace Katas.Harness.Cli.Mutation;

/// <summary>Shows the mutants that survive without a reason, what is wrong with the lists, and a table of the chapters.</summary>
internal static class MutationView
{
    public static void Write(IAnsiConsole console, IReadOnlyList<MutationReport> reports)
    {
        foreach (var report in reports)
        {
            foreach (var mutant in report.Surviving)
                Write(console, report.Slug, mutant);
            foreach (var error in report.Errors)
                console.WriteLine($"tests/{report.Slug}/{error}");
            if (report.Skipped is { } reason)
                console.WriteLine($"{report.Slug} was not tried: {reason}");
        }
        console.WriteLine();
        console.Write(Table(reports));
        console.WriteLine(
            "Not counted: mutants that do not compile, and those that are the same code as the answer or as another mutant."
        );
    }

    private static void Write(IAnsiConsole console, string slug, Mutant mutant)
    {
        console.WriteLine();
        console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"solutions/{slug}/{Path.GetFileName(mutant.File)}:{mutant.Line}: {mutant.Id}"
            )
        );
        foreach (var line in mutant.Diff)
            console.WriteLine($"  {line}");
    }

    private static Table Table(IReadOnlyList<MutationReport> reports)
    {
        var table = new Table().AddColumns(
            "chapter",
            "mutants",
            "killed",
            "equivalent",
            "not yet caught",
            "surviving",
            "not compiling",
            "same code",
            "time"
        );
        foreach (var column in table.Columns.Skip(1))
            column.RightAligned();
        foreach (var report in reports)
            table.AddRow([report.Slug, .. Figures([report])]);
        if (reports.Count > 1)
            table.AddRow(["all", .. Figures(reports)]);
        return table.Compact();
    }

    private static IEnumerable<string> Figures(IReadOnlyList<MutationReport> reports)
    {
        Func<MutationReport, int>[] columns =
        [
            report => report.Mutants,
            report => report.Killed,
            report => report.Equivalent,
            report => report.NotYetCaught,
            report => report.Surviving.Count(),
            report => report.NotCompiling,
            report => report.SameCode,
        ];
        var seconds = reports.Sum(report => report.Seconds);
        return columns
            .Select(column => reports.Sum(column).ToString(CultureInfo.InvariantCulture))
            .Append(string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"));
    }
}
