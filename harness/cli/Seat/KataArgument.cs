using System.CommandLine;
using System.Globalization;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Seat;

/// <summary>A chapter and a kata on a command line: <c>03 RunBoth</c>, or <c>03 2</c>.</summary>
internal static class KataArgument
{
    /// <summary>A chapter that may be left out.</summary>
    public static Argument<string?> Chapter(string description) =>
        new Argument<string?>("chapter")
        {
            Description = description,
            Arity = ArgumentArity.ZeroOrOne,
        }.RefuseOptions();

    /// <summary>A kata that may be left out.</summary>
    public static Argument<string?> Kata(string description) =>
        new Argument<string?>("kata")
        {
            Description = description,
            Arity = ArgumentArity.ZeroOrOne,
        }.RefuseOptions();

    /// <summary>A kata of a chapter by its name or its number; <see langword="null"/> when none is named.</summary>
    /// <exception cref="UsageException">There is no such kata.</exception>
    public static LessonKata? Resolve(WorkbookPaths paths, string slug, string? name)
    {
        if (name is null)
            return null;
        var katas = LessonKatas.Read(paths, slug);
        return Find(katas, name)
            ?? throw new UsageException(
                $"Chapter {slug} has no kata '{name}'. Did you mean {NearestNames.Sentence(name, katas.Select(kata => kata.Name))}?"
            );
    }

    /// <summary>The kata that is named or, when none is, the first of the chapter or of the workbook that is not done.</summary>
    /// <exception cref="UsageException">There is no such kata, or everything is done.</exception>
    public static (string Slug, LessonKata Kata) ResolveOrNext(
        LearnerSeat seat,
        string? chapter,
        string? kata
    )
    {
        if (chapter is null)
        {
            return KataProgress.Next(KataProgress.OfWorkbook(seat)) is { } next
                ? (next.Slug, next.Kata)
                : throw new UsageException(
                    "Every kata is done. Name the chapter and the kata that you mean."
                );
        }
        var slug = ChapterArgument.ResolveOne(seat.Paths, chapter);
        if (Resolve(seat.Paths, slug, kata) is { } named)
            return (slug, named);
        var katas = KataProgress.OfChapter(seat, slug);
        var first = KataProgress.Next(katas) ?? (katas.Count > 0 ? katas[0] : null);
        return first is not null
            ? (slug, first.Kata)
            : throw new UsageException(
                $"{seat.Paths.Short(seat.Paths.LessonOf(slug))} names no kata."
            );
    }

    private static LessonKata? Find(IReadOnlyList<LessonKata> katas, string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var order)
            ? katas.FirstOrDefault(kata => kata.Order == order)
            : katas.FirstOrDefault(kata =>
                kata.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            );
}
