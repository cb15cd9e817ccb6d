using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Memory;

namespace Katas.Harness.Cli.Watch;

/// <summary>What a watch shows.</summary>
/// <param name="Slug">The chapter.</param>
/// <param name="Kata">The kata that is worked on.</param>
internal sealed record WatchState(string Slug, LessonKata Kata)
{
    /// <summary>How the chapter's tests last ended, on files that may have changed since; <see langword="null"/> when they have never run.</summary>
    public ChapterMemory? Memory { get; init; }

    /// <summary>Why there are no verdicts, or <see langword="null"/>.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether tests are being built or run.</summary>
    public bool IsRunning { get; init; }

    /// <summary>How long the tests have been built or run.</summary>
    public TimeSpan RunningFor { get; init; }

    /// <summary>A line on what is going on, or <see langword="null"/>.</summary>
    public string? Notice { get; init; }

    /// <summary>How long the last verdict took from the save, or <see langword="null"/> when no save has caused it.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>The kata that has just turned green, or <see langword="null"/>.</summary>
    public LessonKata? Done { get; init; }

    /// <summary>How many of the three hints are shown.</summary>
    public int HintLevel { get; init; }

    /// <summary>What was asked.</summary>
    public WatchQuestion Question { get; init; }

    /// <summary>The page on the screen, or <see langword="null"/>.</summary>
    public WatchPage? Page { get; init; }

    /// <summary>The row of the list on which the cursor stands, or <see langword="null"/> when the list is not shown.</summary>
    public int? Cursor { get; init; }

    /// <summary>How many lines are scrolled away.</summary>
    public int Top { get; init; }

    /// <summary>The tests of a run have ended: what turned green is noted, and the next kata of the chapter is up.</summary>
    /// <param name="memory">The verdicts.</param>
    /// <param name="katas">The chapter's katas.</param>
    public WatchState WithVerdicts(ChapterMemory memory, IReadOnlyList<LessonKata> katas)
    {
        var turnedGreen = memory.IsDone(Kata.Name) && Memory?.IsDone(Kata.Name) != true;
        var next = turnedGreen
            ? katas.FirstOrDefault(kata => !memory.IsDone(kata.Name)) ?? Kata
            : Kata;
        return this with
        {
            Kata = next,
            Memory = memory,
            Failure = null,
            IsRunning = false,
            Notice = null,
            Done =
                turnedGreen ? Kata
                : Done is { } done && memory.IsDone(done.Name) ? done
                : null,
            HintLevel = next == Kata ? HintLevel : 0,
            Question = WatchQuestion.None,
            Top = 0,
        };
    }

    /// <summary>Another kata is up.</summary>
    /// <param name="slug">Its chapter.</param>
    /// <param name="kata">The kata.</param>
    public WatchState WithKata(string slug, LessonKata kata) =>
        new(slug, kata)
        {
            Memory = slug == Slug ? Memory : null,
            Failure = slug == Slug ? Failure : null,
            IsRunning = slug == Slug && IsRunning,
        };
}
