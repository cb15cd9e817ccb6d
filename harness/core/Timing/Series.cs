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

    /// <summary>Why the variant was given up: its output was not the baseline's.</summary>
    public string? Difference { get; init; }
}
