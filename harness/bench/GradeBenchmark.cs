using System.Diagnostics;
using System.Globalization;
using Katas.Harness.Cli;
using Katas.Harness.Engine;
using Katas.Harness.Grading;
using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Intake;
using Katas.Harness.Workbook;

namespace Katas.Harness.Bench;

/// <summary>Grades a class of forty that it makes itself: all right, half done, does not compile, hangs.</summary>
internal sealed class GradeBenchmark : IBenchmark
{
    private const int Quarter = 10;
    private const int ClassOfGoal = 200;
    private const double SecondsOfOne = 12;
    private const double MinutesOfClass = 30;
    private const double Megabytes = 1024;

    /// <summary>How much dearer a student may be in a class of forty than in one of four.</summary>
    private const double Growth = 1.25;

    public string Name => "grade";

    public string Description =>
        "Grades one full submission, a class of 4 and one of 40 (all right, half done, does not compile, hangs), all chapters.";

    public async Task<IReadOnlyList<Row>> Run(
        Action<string> log,
        CancellationToken cancellationToken
    )
    {
        var paths = WorkbookPaths.Find();
        var folder = Directory.CreateTempSubdirectory("katas-grade-").FullName;
        try
        {
            var engine = new ChapterEngine(paths, CommandEngine.Options);
            await using var engineDisposal = engine.ConfigureAwait(false);
            await engine.Prepare(paths.Slugs(), cancellationToken).ConfigureAwait(false);
            Write(paths, Path.Combine(folder, "one"), ["right"], 1);
            Write(paths, Path.Combine(folder, "few"), Kinds, 1);
            Write(paths, Path.Combine(folder, "class"), Kinds, Quarter);

            var grader = new ChapterGrader(paths, engine, new());
            await using var graderDisposal = grader.ConfigureAwait(false);
            log(grader.Isolation!);
            var first = await Seconds("one", "the first full submission, and the solutions")
                .ConfigureAwait(false);
            var one = await Seconds("one", "one more full submission").ConfigureAwait(false);
            var few = await Seconds("few", "a class of 4").ConfigureAwait(false);
            var all = await Seconds("class", "a class of 40").ConfigureAwait(false);
            using var self = Process.GetCurrentProcess();
            return
            [
                Row.Against("the first, and the solutions", first, null, "", "s", goal: 1),
                Row.WithLimit("one more full submission", one, SecondsOfOne, "s"),
                Row.WithLimit(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{ClassOfGoal} mixed ones, from 4 and 40"
                    ),
                    (all + Further(few, all)) / 60,
                    MinutesOfClass,
                    "min"
                ),
                Row.WithLimit(
                    "a student of 40, against one of 4",
                    all / Quarter,
                    few * Growth,
                    "s"
                ),
                Row.WithLimit(
                    "memory of the command, at most",
                    self.PeakWorkingSet64 / 1024.0 / 1024,
                    Megabytes,
                    "MB"
                ),
            ];

            async Task<double> Seconds(string name, string what)
            {
                var seconds = await InTurn
                    .Seconds(() =>
                        Grade(
                            paths,
                            grader,
                            Path.Combine(folder, name),
                            Path.Combine(folder, "out", what),
                            cancellationToken
                        )
                    )
                    .ConfigureAwait(false);
                // At once: a class of 40 takes long, and who stops it has the others.
                log(string.Create(CultureInfo.InvariantCulture, $"{what}: {seconds:0.0} s"));
                return seconds;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IReadOnlyList<string> Kinds { get; } = ["right", "half", "broken", "hangs"];

    /// <summary>
    /// The seconds that the students take whom a class of forty lacks. Each is reckoned as what one of the forty added to the class of four: what a
    /// class waits for once, at its end, does not grow with it.
    /// </summary>
    private static double Further(double few, double all) =>
        (all - few) / ((Quarter - 1) * Kinds.Count) * (ClassOfGoal - (Quarter * Kinds.Count));

    private static async Task Grade(
        WorkbookPaths paths,
        ChapterGrader grader,
        string submissions,
        string output,
        CancellationToken cancellationToken
    )
    {
        using var intake = ClassIntake.Open(paths, submissions, paths.Slugs());
        using var session = GradingSession.Open(new(paths, paths.Slugs(), output), grader, intake);
        await Parallel
            .ForEachAsync(
                session.Pending,
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = GraderOptions.Parallelism,
                    CancellationToken = cancellationToken,
                },
                async (pending, token) => await session.Grade(pending, token).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        session.Write();
    }

    private static void Write(
        WorkbookPaths paths,
        string folder,
        IReadOnlyList<string> kinds,
        int each
    )
    {
        foreach (var kind in kinds)
        {
            for (var i = 0; i < each; i++)
            {
                var student = Path.Combine(
                    folder,
                    string.Create(CultureInfo.InvariantCulture, $"{kind}-{i}")
                );
                foreach (
                    var (slug, number) in paths.Slugs().Select((slug, number) => (slug, number))
                )
                    WriteChapter(paths, slug, number, Path.Combine(student, slug), kind);
            }
        }
    }

    private static void WriteChapter(
        WorkbookPaths paths,
        string slug,
        int number,
        string folder,
        string kind
    )
    {
        var isDone = kind != "half" || number % 2 == 0;
        var source = Path.Combine(isDone ? paths.Solutions : paths.Exercises, slug);
        Directory.CreateDirectory(folder);
        foreach (var file in ChapterSources.Read(source).Files)
        {
            var text = kind switch
            {
                "broken" when number % 3 == 0 => file.Text + "\nclass {",
                // One chapter whose methods never come back.
                "hangs" when number == 2 => file.Text.Replace(
                    ".Join();",
                    ".Join(); System.Threading.Thread.Sleep(-1);",
                    StringComparison.Ordinal
                ),
                _ => file.Text,
            };
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(file.Path)), text);
        }
    }
}
