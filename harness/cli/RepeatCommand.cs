using System.CommandLine;
using Katas.Harness.Engine;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli;

/// <summary><c>repeat</c>: runs the same tests many times, each time in a fresh process, as many at once as there are cores.</summary>
/// <remarks>Exit codes: 0 every run of a test ended the same way; 1 some did not; 2 the tests could not be run; 130 stopped by Ctrl+C.</remarks>
internal static class RepeatCommand
{
    public static Command Create()
    {
        var times = new Argument<int>("times")
        {
            Description = "How many runs; at least 2, since one cannot differ from itself.",
            CustomParser = result => WholeNumber.Parse(result, "times", 2, 100_000),
        };
        var chapters = ChapterArgument.Create(
            "The chapters, for example 03-first-thread, first-thread or 03 [default: all]; or a room of the harness's own tests, for example harness/core, built before by dotnet build tests/harness/core."
        );
        var against = AgainstOption.Create();
        var command = new Command(
            "repeat",
            "Runs tests many times, each time in a fresh process and as many at once as there are cores, and prints every difference between runs with its log. Exit code 0 when every run of a test ended the same way, 1 when one did not, 2 when the tests could not be run."
        )
        {
            times,
            chapters,
            against,
        };
        command.SetGuardedAction(
            (parsed, cancellationToken) =>
                Run(
                    parsed.GetRequiredValue(times),
                    parsed.GetValue(chapters) ?? [],
                    parsed.GetRequiredValue(against),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> Run(
        int times,
        string[] names,
        string against,
        CancellationToken cancellationToken
    )
    {
        var paths = WorkbookPaths.Find();
        var folder = AgainstOption.Folder(paths, against);
        var engine = new ChapterEngine(paths, CommandEngine.Options);
        await using (engine)
        {
            var subjects = await RepeatSubjects
                .Open(paths, engine, names, folder, cancellationToken)
                .ConfigureAwait(false);
            var results = subjects.ToDictionary(
                subject => subject.Name,
                _ => new ChapterVerdicts[times],
                StringComparer.Ordinal
            );
            var steps = Enumerable
                .Range(0, times)
                .SelectMany(run => subjects.Select(subject => (run, subject)))
                .ToList();
            await Progress
                .Run(
                    "repeat",
                    steps,
                    Environment.ProcessorCount,
                    async (step, token) =>
                        results[step.subject.Name][step.run] = await step
                            .subject.Run(token)
                            .ConfigureAwait(false),
                    cancellationToken
                )
                .ConfigureAwait(false);
            return subjects
                .Select(subject => RepeatReport.Print(subject.Name, results[subject.Name]))
                .Max();
        }
    }
}
