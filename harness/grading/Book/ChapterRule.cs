namespace Katas.Harness.Grading.Book;

/// <summary>What one chapter is worth.</summary>
/// <param name="Most">Its points; <see langword="null"/> for one a kata.</param>
/// <param name="Due">When it is due, if not when all are.</param>
/// <param name="Katas">The weights of its katas, by name; 1 where none is given.</param>
public sealed record ChapterRule(
    double? Most,
    DateTimeOffset? Due,
    IReadOnlyDictionary<string, double> Katas
);
