using System.Globalization;
using System.Net;
using System.Text;
using Katas.Harness.Timing;

namespace Katas.Harness.Cli.Timing;

/// <summary>The results as one HTML page that needs nothing else.</summary>
internal static class TimePage
{
    private const string Style = """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
        body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { margin-bottom: 0; }
        .about { opacity: .75; margin-top: .25rem; }
        svg { width: 100%; height: auto; }
        svg text { font: 13px system-ui, sans-serif; fill: currentColor; }
        svg .value { font-weight: 600; paint-order: stroke; stroke: Canvas; stroke-width: 4px; }
        svg .tick { opacity: .75; }
        svg .grid { stroke: currentColor; opacity: .15; }
        svg .alone { stroke: currentColor; opacity: .6; stroke-dasharray: 6 4; }
        svg .whisker { stroke: currentColor; stroke-width: 1.5; }
        svg .bound { fill: none; stroke-width: 1.5; }
        svg .doubtful rect { fill-opacity: .4; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { padding: .25rem .75rem; text-align: right; white-space: nowrap; border-bottom: 1px solid #8884; }
        th:first-child, td:first-child, th:last-child, td:last-child { text-align: left; }
        td:last-child { white-space: normal; min-width: 18rem; }
        .problem { color: #c0392b; }
        """;

    public static string Write(TimeResult result)
    {
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(result.Chapter)}: speed-up</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <h1>{Encode(result.Chapter)}</h1>
            <p class="about">{result.Cores} cores, {Encode(result.Runtime)}</p>

            """
        );
        foreach (var workload in result.Workloads)
            Section(page, workload);
        foreach (var problem in result.Problems)
            page.Append(
                CultureInfo.InvariantCulture,
                $"<p class=\"problem\">{Encode(problem)}</p>\n"
            );
        page.Append(
            """
            <p class="about">Speed-up: the median, over the rounds, of the time alone over the time of this way in the same round.
            The outline beside a bar is its bound: what these jobs allow with so many workers. The dashed line is one worker.
            The whisker is the 95 % interval of the median. A pale bar is inconclusive.</p>
            </body>
            </html>

            """
        );
        return page.ToString();
    }

    private static void Section(StringBuilder page, TimedWorkload workload)
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"<h2>{Encode(workload.Title)}, {Format.Rounds(workload.Rounds)}</h2>\n"
        );
        if (workload.Variants.Count > 1)
            page.Append(SpeedupChart.Write(workload));
        page.Append("<div class=\"scroll\"><table>\n");
        var headings = FigureColumn.All.Select(column => column.Heading);
        Row(page, "th", ["way", .. headings, "verdict"]);
        foreach (var figures in workload.Variants)
            Row(page, "td", Cells(figures));
        page.Append("</table></div>\n");
    }

    private static IEnumerable<string> Cells(Figures figures) =>
        [
            figures.Name,
            .. FigureColumn.All.Select(column => column.Text(figures)),
            figures.Reason is { } reason
                ? $"{Format.Verdict(figures.Verdict)}: {reason}"
                : Format.Verdict(figures.Verdict),
        ];

    private static void Row(StringBuilder page, string tag, IEnumerable<string> cells)
    {
        page.Append("<tr>");
        foreach (var cell in cells)
            page.Append(CultureInfo.InvariantCulture, $"<{tag}>{Encode(cell)}</{tag}>");
        page.Append("</tr>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
