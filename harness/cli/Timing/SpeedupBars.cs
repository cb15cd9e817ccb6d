using Katas.Harness.Timing;
using Spectre.Console;

namespace Katas.Harness.Cli.Timing;

/// <summary>A bar for each variant: full up to its speed-up, light up to its bound.</summary>
internal static class SpeedupBars
{
    private const int MaximumWidth = 48;
    private const int MinimumWidth = 8;

    /// <summary>What stands around a bar: two spaces, a gap, and the figures.</summary>
    private static readonly int s_textWidth = "  ".Length + "  ".Length + " 10.00 of 10.00".Length;

    public static void Write(IAnsiConsole console, IReadOnlyList<Figures> variants)
    {
        var (full, light) = console.Profile.Capabilities.Unicode ? ('█', '░') : ('#', '.');
        var label = variants.Max(one => Label(one).Length);
        var room = console.Profile.Width - label - s_textWidth;
        var scale =
            Math.Clamp(room, MinimumWidth, MaximumWidth)
            / variants.Max(one => Math.Max(one.Speedup, one.Bound));
        foreach (var figures in variants)
        {
            var reached = (int)Math.Round(figures.Speedup * scale);
            var missing = Math.Max(0, (int)Math.Round(figures.Bound * scale) - reached);
            console.MarkupLine(
                $"  {Markup.Escape(Label(figures).PadRight(label))}  [blue]{new string(full, reached)}[/][grey]{new string(light, missing)}[/] {Format.Number(figures.Speedup)} of {Format.Number(figures.Bound)}"
            );
        }
        console.WriteLine();
    }

    private static string Label(Figures figures) =>
        $"{figures.Name}, {Format.Workers(figures.Workers)}";
}
