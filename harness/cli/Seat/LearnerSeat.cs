using Katas.Harness.Cli.Updating;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Failures;
using Katas.Harness.Workbook.Memory;
using Spectre.Console;

namespace Katas.Harness.Cli.Seat;

/// <summary>What every command for learners works with: the workbook, what is remembered of it, and the terminal.</summary>
/// <param name="Paths">The workbook.</param>
/// <param name="Memory">What is remembered.</param>
/// <param name="Archive">The answers that were replaced.</param>
/// <param name="Console">Where to write.</param>
internal sealed record LearnerSeat(
    WorkbookPaths Paths,
    KataMemory Memory,
    AnswerArchive Archive,
    IAnsiConsole Console
)
{
    /// <summary>Opens the workbook that this program lies in, and ends an update that was interrupted.</summary>
    public static LearnerSeat Open()
    {
        var paths = WorkbookPaths.Find();
        FinishUpdate(paths);
        return new(
            paths,
            new KataMemory(paths, Prose.Error),
            new AnswerArchive(paths),
            Terminal.Out()
        );
    }

    /// <summary>The C# files of the learner's chapter.</summary>
    public IReadOnlyList<string> Sources(string slug) =>
        ChapterContent.SourcesOf(Path.Combine(Paths.Exercises, slug));

    /// <summary>Where a kata stands, for people; empty when it cannot be found.</summary>
    public string PlaceOf(string slug, string kata)
    {
        try
        {
            return KataPlace.Find(Sources(slug), kata) is { } place
                ? $"{Paths.Short(place.File)}:{place.Line}"
                : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>A fingerprint of the chapter's files; empty when one cannot be read, as in the middle of a save.</summary>
    public string Fingerprint(string slug)
    {
        try
        {
            return ChapterContent.Fingerprint(Paths, slug);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>How much room the terminal has for a text.</summary>
    public FailureLayout Layout =>
        new(Console.Profile.Width, Paths.Short, Console.Profile.Capabilities.Unicode);

    /// <summary>Writes lines as they are: no line end is added, so that a long path can be followed.</summary>
    public void Write(IEnumerable<FailureLine> lines)
    {
        var hasColor =
            Console.Profile.Capabilities is { Ansi: true, ColorSystem: not ColorSystem.NoColors };
        foreach (var line in lines)
            System.Console.Out.WriteLine(LineColor.Apply(line, hasColor));
    }

    private static void FinishUpdate(WorkbookPaths paths)
    {
        if (UpdateJournal.Find(paths) is not { } journal)
            return;
        using var taken = WorkbookLock.TryTake(paths, WorkbookLock.Update);
        // Whoever holds the lock is in the middle of it.
        if (taken is null)
            return;
        Prose.Error("An update was interrupted. It is finished now:");
        try
        {
            var report = new WorkbookUpdate(paths).Finish(journal);
            foreach (var line in UpdateCommand.Lines(report))
                Prose.Error(line.Text);
        }
        catch (Exception e) when (e is UsageException or IOException or UnauthorizedAccessException)
        {
            Prose.Error($"It could not be finished, and will be tried again: {e.Message}");
        }
    }
}
