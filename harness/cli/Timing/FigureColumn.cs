using Katas.Harness.Timing;

namespace Katas.Harness.Cli.Timing;

/// <summary>A column of figures, on a terminal and on the page.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Text">The figure of a variant.</param>
/// <param name="Place">Where there is room for it.</param>
internal sealed record FigureColumn(
    string Heading,
    Func<Figures, string> Text,
    FigurePlace Place = FigurePlace.WideTerminal
)
{
    /// <summary>All columns, from left to right.</summary>
    public static IReadOnlyList<FigureColumn> All { get; } =
    [
        new("workers", one => $"{one.Workers}", FigurePlace.Everywhere),
        new("median", one => Format.Time(one.MedianSeconds), FigurePlace.Everywhere),
        new("speed-up", one => Format.Number(one.Speedup), FigurePlace.Everywhere),
        new("95 %", one => Range(one.SpeedupLow, one.SpeedupHigh), FigurePlace.Everywhere),
        new("range", one => Range(one.SpeedupMin, one.SpeedupMax), FigurePlace.Page),
        new("bound", one => Format.Number(one.Bound), FigurePlace.Everywhere),
        new("efficiency", one => Format.Number(one.Efficiency)),
        new("serial", one => one.SerialFraction is { } serial ? Format.Number(serial) : ""),
        new("CPU/wall", one => Format.Number(one.CpuPerWall)),
        new("start", one => Format.Time(one.StartSeconds)),
    ];

    private static string Range(double low, double high) =>
        $"{Format.Number(low)}-{Format.Number(high)}";
}
