using System.CommandLine;
using Katas.Harness.Cli.Mutation;
using Katas.Harness.Engine.Mutants;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli;

/// <summary><c>mutate</c>: changes reference answers in one place at a time, and lists the changes that no test sees.</summary>
/// <remarks>
/// Exit codes: 0 no mutant survives without a reason; 1 one does, or a <c>mutants.txt</c> is not as it should be; 2 it could not be done;
/// 130 stopped by Ctrl+C. What was found until then is kept.
/// </remarks>
internal static class MutateCommand
{
    public static Command Create()
    {
        var chapters = ChapterArgument.Create(
            "The chapters, for example 03-first-thread, first-thread or 03 [default: all]."
        );
        var sample = new Option<int>("--sample")
        {
            Description =
                "Try only so many mutants, of every kind about as many, and the same ones each time [default: all].",
            CustomParser = result => WholeNumber.Parse(result, "--sample", 1, 100_000),
        };
        var json = new Option<string?>("--json")
        {
            Description = "Writes table and survivors to this file.",
        };
        var command = new Command(
            "mutate",
            "Changes each chapter's reference answer in one place at a time, runs the chapter's tests on each of these mutants, and lists those that survive. Where it was stopped it goes on; what has not changed is not run again. Exit code 0 when no mutant survives without a reason in mutants.txt, 1 when one does or a mutants.txt is not as it should be, 2 when it could not be done, 130 when it was stopped."
        )
        {
            chapters,
            sample,
            json,
        };
        command.SetGuardedAction(
            (parsed, cancellationToken) =>
                Run(
                    parsed.GetValue(chapters) ?? [],
                    parsed.GetResult(sample) is null ? null : parsed.GetValue(sample),
                    parsed.GetValue(json),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> Run(
        string[] names,
        int? sample,
        string? json,
        CancellationToken cancellationToken
    )
    {
        var paths = WorkbookPaths.Find();
        var slugs = ChapterArgument.Resolve(paths, names);
        try
        {
            var reports = await MutationWork
                .Run(paths, slugs, sample, cancellationToken)
                .ConfigureAwait(false);
            MutationView.Write(Terminal.Out(), reports);
            if (json is not null)
                AtomicFile.WriteAllText(Path.GetFullPath(json), MutationJson.Of(reports));
            return reports.All(report => report.IsFine) ? ExitCodes.Ok : ExitCodes.Found;
        }
        catch (MutationException e)
        {
            Prose.Error(e.Message);
            return ExitCodes.Unable;
        }
    }
}
