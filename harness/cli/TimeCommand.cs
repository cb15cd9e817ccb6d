using System.CommandLine;
using Katas.Harness.Cli.Timing;
using Katas.Harness.Timing;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli;

/// <summary><c>time</c>: times a chapter's work alone and in pools, and shows which way is faster, as far as the figures allow.</summary>
/// <remarks>
/// Exit codes: 0 measured (an inconclusive result too), 1 a variant threw or had another output, 2 the command line is wrong,
/// 3 the kata is still a stub, 4 the chapter does not compile, 130 interrupted, with what was measured until then.
/// </remarks>
internal static class TimeCommand
{
    public static Command Create()
    {
        var paths = new Lazy<WorkbookPaths>(() => WorkbookPaths.Find());
        var chapter = new Argument<string>("chapter")
        {
            Description = "The chapter, with or without its number: prime-lab or 13-prime-lab.",
        }.RefuseOptions();
        var against = AgainstOption.Create();
        var workers = WorkerCounts.Option();
        var rounds = RoundCount.Option();
        var json = new Option<string?>("--json")
        {
            Description = "Writes the figures to this file.",
        };
        var html = new Option<string?>("--html")
        {
            Description = "Writes a page with a picture of the speed-up to this file.",
        };
        var command = new Command(
            "time",
            "Times a chapter's work alone and in pools, in turn, and shows which way is faster, as far as the figures allow. Exit code 0 when it was measured, 1 when a way threw or had another output, 2 when the command line is wrong, 3 when the kata is still a stub, 4 when the chapter does not compile."
        )
        {
            chapter,
            against,
            workers,
            rounds,
            json,
            html,
        };
        command.SetGuardedAction(
            (parsed, cancellationToken) =>
                Run(
                    paths.Value,
                    parsed.GetRequiredValue(chapter),
                    parsed.GetRequiredValue(against),
                    new ComparisonOptions
                    {
                        Rounds = parsed.GetValue(rounds),
                        Workers = WorkerCounts.Value(parsed, workers),
                    },
                    new TimeOutputs(parsed.GetValue(json), parsed.GetValue(html)),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> Run(
        WorkbookPaths paths,
        string chapter,
        string against,
        ComparisonOptions options,
        TimeOutputs outputs,
        CancellationToken cancellationToken
    )
    {
        try
        {
            ReleaseBuild.Require();
            var subject = TimedChapter.Find(paths, chapter, against);
            outputs.CheckWritable();
            var result = await ChapterTiming
                .Run(paths, subject, options, cancellationToken)
                .ConfigureAwait(false);
            return Report(result, outputs);
        }
        catch (TimeException e)
        {
            Prose.Error(e.Message);
            return e.ExitCode;
        }
    }

    private static int Report(TimeResult result, TimeOutputs outputs)
    {
        TimeView.Write(Terminal.Out(), result);
        outputs.Write(result);
        return result.ExitCode;
    }
}
