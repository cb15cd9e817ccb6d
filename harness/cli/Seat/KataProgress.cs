using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Seat;

/// <summary>A kata and what is remembered of it.</summary>
/// <param name="Slug">Its chapter.</param>
/// <param name="Kata">The kata.</param>
/// <param name="State">What is remembered.</param>
internal sealed record KataProgress(string Slug, LessonKata Kata, KataState State)
{
    /// <summary>The katas of a chapter, in order.</summary>
    public static IReadOnlyList<KataProgress> OfChapter(LearnerSeat seat, string slug)
    {
        var remembered = seat.Memory.Read(slug);
        var isCurrent = remembered?.Content == seat.Fingerprint(slug);
        return
        [
            .. LessonKatas
                .Read(seat.Paths, slug)
                .Select(kata => new KataProgress(
                    slug,
                    kata,
                    remembered is null ? KataState.NotRun
                        : !isCurrent ? KataState.Changed
                        : remembered.IsDone(kata.Name) ? KataState.Green
                        : KataState.Red
                )),
        ];
    }

    /// <summary>The katas of all chapters, in order.</summary>
    public static IReadOnlyList<KataProgress> OfWorkbook(LearnerSeat seat) =>
        [.. seat.Paths.Slugs().SelectMany(slug => OfChapter(seat, slug))];

    /// <summary>The first that is not known to be done, or <see langword="null"/> when all are.</summary>
    public static KataProgress? Next(IEnumerable<KataProgress> katas) =>
        katas.FirstOrDefault(kata => kata.State != KataState.Green);
}
