using System.Globalization;
using System.Net;
using System.Text;
using Katas.Harness.Timing;

namespace Katas.Harness.Cli.Timing;

/// <summary>
/// An SVG picture: a group of bars for each number of workers, in each group a bar for each way; an outline beside the bar reaches up to its bound, a whisker shows the 95 % interval.
/// </summary>
internal static class SpeedupChart
{
    private const double Width = 860;
    private const double Height = 400;
    private const double Left = 56;
    private const double Right = 16;
    private const double Top = 24;
    private const double Bottom = 64;
    private const double WidestBar = 34;

    // Told apart by people who do not see all colours (Okabe and Ito).
    private static readonly string[] s_colours =
    [
        "#0072b2",
        "#e69f00",
        "#009e73",
        "#cc79a7",
        "#56b4e9",
        "#d55e00",
    ];

    public static string Write(TimedWorkload workload)
    {
        var pooled = workload.Variants.Skip(1).ToArray();
        var names = pooled.Select(one => one.Name).Distinct().ToArray();
        var groups = pooled.GroupBy(one => one.Workers).OrderBy(group => group.Key).ToArray();
        var highest = workload.Variants.Max(one => Math.Max(one.Bound, one.SpeedupHigh));
        var axis = Axis.For(highest * 1.06);

        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Encode(Caption(workload))}\">\n"
        );
        Grid(svg, axis);
        for (var i = 0; i < groups.Length; i++)
        {
            var room = (Width - Left - Right) / groups.Length;
            Group(svg, axis, [.. groups[i]], names, Left + i * room, room);
        }
        Legend(svg, names);
        return svg.Append("</svg>\n").ToString();
    }

    private static string Caption(TimedWorkload workload) =>
        $"Speed-up for each number of workers, beside its bound: {string.Join("; ", workload.Variants.Skip(1).Select(one => $"{one.Name} with {Format.Workers(one.Workers)} {Format.Number(one.Speedup)} of {Format.Number(one.Bound)}"))}";

    private static void Grid(StringBuilder svg, Axis axis)
    {
        foreach (var value in axis.Ticks())
        {
            var y = Y(axis, value);
            var kind = Math.Abs(value - 1) < 1e-9 ? "alone" : "grid";
            Line(svg, kind, Left, y, Width - Right, y);
            Text(svg, "tick", Left - 8, y + 4, axis.Label(value), "end");
        }
        if (!axis.Ticks().Any(value => Math.Abs(value - 1) < 1e-9))
            Line(svg, "alone", Left, Y(axis, 1), Width - Right, Y(axis, 1));
        Text(svg, "tick", Left - 8, Top - 8, "speed-up", "start");
    }

    private static void Group(
        StringBuilder svg,
        Axis axis,
        Figures[] group,
        string[] names,
        double left,
        double room
    )
    {
        var bar = Math.Min(WidestBar, room * 0.8 / (2 * names.Length));
        var start = left + (room - 2 * bar * group.Length) / 2;
        foreach (var figures in group)
        {
            var colour = s_colours[Array.IndexOf(names, figures.Name) % s_colours.Length];
            Bar(svg, axis, figures, colour, start, bar);
            start += 2 * bar;
        }
        Text(
            svg,
            "label",
            left + room / 2,
            Height - Bottom + 20,
            Format.Workers(group[0].Workers),
            "middle"
        );
    }

    private static void Bar(
        StringBuilder svg,
        Axis axis,
        Figures figures,
        string colour,
        double x,
        double bar
    )
    {
        var floor = Y(axis, 0);
        var top = Y(axis, figures.Speedup);
        var bound = Y(axis, figures.Bound);
        var width = bar * 0.85;
        var doubtful = figures.Verdict == Verdict.Inconclusive ? " class=\"doubtful\"" : "";
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<g{doubtful}><title>{Encode($"{figures.Name}, {Format.Workers(figures.Workers)}: {Format.Number(figures.Speedup)} of {Format.Number(figures.Bound)}, {Format.Verdict(figures.Verdict)}")}</title>"
        );
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{x:0.#}\" y=\"{top:0.#}\" width=\"{width:0.#}\" height=\"{floor - top:0.#}\" fill=\"{colour}\"/>"
        );
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect class=\"bound\" x=\"{x + width:0.#}\" y=\"{bound:0.#}\" width=\"{width:0.#}\" height=\"{floor - bound:0.#}\" stroke=\"{colour}\"/>"
        );
        Line(
            svg,
            "whisker",
            x + width / 2,
            Y(axis, figures.SpeedupLow),
            x + width / 2,
            Y(axis, figures.SpeedupHigh)
        );
        var above = Math.Min(top, Y(axis, figures.SpeedupHigh)) - 5;
        Text(svg, "value", x + width / 2, above, Format.Number(figures.Speedup), "middle");
        svg.Append("</g>\n");
    }

    private static void Legend(StringBuilder svg, string[] names)
    {
        var x = Left;
        const double Y = Height - 16;
        for (var i = 0; i < names.Length; i++)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{x:0.#}\" y=\"{Y - 11:0.#}\" width=\"12\" height=\"12\" fill=\"{s_colours[i % s_colours.Length]}\"/>"
            );
            Text(svg, "label", x + 18, Y, names[i], "start");
            x += 18 + 8 * names[i].Length + 24;
        }
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect class=\"bound\" x=\"{x:0.#}\" y=\"{Y - 11:0.#}\" width=\"12\" height=\"12\" stroke=\"currentColor\"/>"
        );
        Text(svg, "label", x + 18, Y, "its bound", "start");
    }

    private static double Y(Axis axis, double value) =>
        Height - Bottom - value / axis.Top * (Height - Top - Bottom);

    private static void Line(
        StringBuilder svg,
        string kind,
        double x1,
        double y1,
        double x2,
        double y2
    ) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<line class=\"{kind}\" x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\"/>\n"
        );

    private static void Text(
        StringBuilder svg,
        string kind,
        double x,
        double y,
        string text,
        string anchor
    ) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text class=\"{kind}\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{Encode(text)}</text>\n"
        );

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
