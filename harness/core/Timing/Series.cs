namespace Katas.Harness.Timing;

/// <summary>What was measured of one variant.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Workers">How many workers it uses.</param>
/// <param name="DividesJobs">Whether its workers share each job.</param>
public sealed record Series(string Name, int Workers, bool DividesJobs = false)
{
    /// <summary>How long it took to get ready, in seconds.</summary>
    public double StartSeconds { get; init; }

    /// <summary>What handing over one job costs, in seconds; <see langword="null"/> where no job is handed over.</summary>
    public double? OverheadSeconds { get; init; }

    /// <summary>One run for each round, in the order of the rounds.</summary>
    public IReadOnlyList<Timed> Runs { get; init; } = [];

    /// <summary>How its output differed from the baseline's, which ended it; otherwise <see langword="null"/>.</summary>
    public string? Difference { get; init; }

    /// <summary>What it threw, which ended it; otherwise <see langword="null"/>.</summary>
    public KataFailure? Failure { get; init; }

    /// <summary>Whether it takes part in no further round.</summary>
    public bool IsOut => Difference is not null || Failure is not null;
}
