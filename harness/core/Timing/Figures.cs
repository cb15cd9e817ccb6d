namespace Katas.Harness.Timing;

/// <summary>What a comparison says of one variant.</summary>
public sealed record Figures
{
    /// <summary>What the tables call it.</summary>
    public required string Name { get; init; }

    /// <summary>How many workers it uses.</summary>
    public required int Workers { get; init; }

    /// <summary>The median time of a run, in seconds.</summary>
    public required double MedianSeconds { get; init; }

    /// <summary>The median, over the rounds, of the baseline's time over this one's.</summary>
    public required double Speedup { get; init; }

    /// <summary>The lower end of the 95 % interval of <see cref="Speedup"/>.</summary>
    public required double SpeedupLow { get; init; }

    /// <summary>The upper end of the 95 % interval of <see cref="Speedup"/>.</summary>
    public required double SpeedupHigh { get; init; }

    /// <summary>The smallest speed-up of a round.</summary>
    public required double SpeedupMin { get; init; }

    /// <summary>The largest speed-up of a round.</summary>
    public required double SpeedupMax { get; init; }

    /// <summary>The highest speed-up that so many workers can reach with this work.</summary>
    public required double Bound { get; init; }

    /// <summary>Speed-up over workers.</summary>
    public required double Efficiency { get; init; }

    /// <summary>Amdahl's serial fraction by Karp and Flatt; <see langword="null"/> for one worker.</summary>
    public required double? SerialFraction { get; init; }

    /// <summary>Processor time over time on the wall: how many processors were really used.</summary>
    public required double CpuPerWall { get; init; }

    /// <summary>How long it took to get ready, in seconds; not part of any run.</summary>
    public required double StartSeconds { get; init; }

    /// <summary>How long a job must be, in seconds, for this way to win; <see langword="null"/> where that is not defined.</summary>
    public required double? BreakEvenSeconds { get; init; }

    /// <summary>What may be concluded.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why nothing may be concluded, or <see langword="null"/>.</summary>
    public required string? Reason { get; init; }
}
