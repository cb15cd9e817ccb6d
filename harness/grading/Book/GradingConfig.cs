namespace Katas.Harness.Grading.Book;

/// <summary>What <c>grading.json</c> says: how verdicts become points. It decides nothing that has to be run again, but for <see cref="Violations"/>.</summary>
public sealed record GradingConfig
{
    /// <summary>What a kata is worth of which some tests pass.</summary>
    public Credit Credit { get; init; } = Credit.Partial;

    /// <summary>What becomes of a chapter that uses what it may not.</summary>
    public ViolationRule Violations { get; init; } = ViolationRule.Zero;

    /// <summary>What an unstable test counts as.</summary>
    public UnstableRule Unstable { get; init; } = UnstableRule.Red;

    /// <summary>The part of each kata's points that depends on coverage, from 0 to 1.</summary>
    public double Coverage { get; init; }

    /// <summary>When all chapters are due that have no date of their own.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>What is taken off for being late; nothing without it.</summary>
    public LateRule Late { get; init; } = new(0, 0);

    /// <summary>When students handed in, for those of whom the submission does not tell.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> HandedIn { get; init; } =
        new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>The names to display, by the names or numbers of the submissions.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What chapters are worth, by slug.</summary>
    public IReadOnlyDictionary<string, ChapterRule> Chapters { get; init; } =
        new Dictionary<string, ChapterRule>(StringComparer.Ordinal);
}
