using System.Text.Json;
using Katas.Harness.Engine.Mutants;

namespace Katas.Harness.Cli.Mutation;

/// <summary>Table and survivors for programs.</summary>
internal static class MutationJson
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    public static string Of(IReadOnlyList<MutationReport> reports) =>
        JsonSerializer.Serialize(
            new
            {
                Chapters = reports.Select(report => new
                {
                    Chapter = report.Slug,
                    report.Mutants,
                    report.Killed,
                    report.Equivalent,
                    report.NotYetCaught,
                    Surviving = report.Surviving.Count(),
                    report.NotCompiling,
                    report.SameCode,
                    report.Seconds,
                    report.Skipped,
                    report.Errors,
                    Survivors = report.Survivors.Select(Survivor),
                }),
            },
            s_options
        );

    private static object Survivor(Survivor survivor) =>
        new
        {
            survivor.Mutant.Id.Operator,
            survivor.Mutant.Id.Member,
            survivor.Mutant.Id.Hash,
            File = Path.GetFileName(survivor.Mutant.File),
            survivor.Mutant.Line,
            survivor.Mutant.Diff,
            Reason = survivor.Entry is null ? null : MutantList.NameOf(survivor.Entry.Reason),
            survivor.Entry?.Explanation,
        };
}
