using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Report;

/// <summary>
/// Makes the page of a failing schedule, to step through in a browser: one file that needs nothing else. What comes from the program is
/// text on it, never markup or script.
/// </summary>
internal static partial class HtmlReport
{
    private const string Template = "katas.report.html";
    private const int MostSteps = 2_000;
    private const int MostCharacters = 300;

    /// <summary>How many lines are shown above and below the current one.</summary>
    private const int Around = 5;

    /// <summary>The page.</summary>
    /// <param name="title">The name of the test.</param>
    /// <param name="headline">What the text report begins with.</param>
    /// <param name="explanation">What it says below the schedule.</param>
    /// <param name="replay">The call that runs the schedule again.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="naming">The names of locks.</param>
    public static string Of(
        string title,
        string headline,
        IEnumerable<string> explanation,
        string replay,
        Schedule schedule,
        Naming naming
    )
    {
        using var reader = new StreamReader(
            typeof(HtmlReport).Assembly.GetManifestResourceStream(Template)!
        );
        var left = Math.Max(0, schedule.Steps.Count - MostSteps);
        var steps = schedule.Steps.Skip(left).ToList();
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = Html(title),
            ["headline"] = Html(headline),
            ["explanation"] = string.Concat(
                explanation.Select(line => $"<p>{Html(line)}</p>\n      ")
            ),
            ["replay"] = Html(replay),
            ["left"] = left == 0 ? "" : $"<p>{left} steps before these are left out.</p>",
            ["table"] = Table(schedule, steps),
            ["data"] = Data(schedule, steps, naming),
        };
        return Place().Replace(reader.ReadToEnd(), match => parts[match.Groups["name"].Value]);
    }

    private static string Table(Schedule schedule, List<ScheduleStep> steps)
    {
        var html = new StringBuilder("<thead><tr><th>step</th>");
        foreach (var name in schedule.Threads.Select(fiber => fiber.Name).Concat(schedule.Shared))
            html.Append("<th>").Append(Html(name)).Append("</th>");
        html.Append("<th>source</th></tr></thead>\n<tbody>\n");
        foreach (var step in steps)
        {
            html.Append("<tr><th><a href=\"#step=")
                .Append(step.Number)
                .Append("\">")
                .Append(step.Number)
                .Append("</a></th>");
            foreach (var fiber in schedule.Threads)
                Cell(html, fiber == step.Row.Fiber ? step.IndentedText : "");
            foreach (var value in step.Values)
                Cell(html, value);
            html.Append("<td><code>").Append(Html(Short(step.Place))).Append("</code></td></tr>\n");
        }
        return html.Append("</tbody>").ToString();
    }

    private static void Cell(StringBuilder html, string text) =>
        html.Append("<td>").Append(Html(Short(text))).Append("</td>");

    /// <summary>What the script shows. The serialiser escapes what could end the element that it stands in.</summary>
    private static string Data(Schedule schedule, List<ScheduleStep> steps, Naming naming)
    {
        var threads = schedule.Threads.ToList();
        var files = steps
            .Select(step => step.Site.File)
            .Where(file => file.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var locks = steps
            .SelectMany(step => step.Row.Held.Select(held => held.Lock))
            .Distinct()
            .Select(held => (Lock: held, Name: naming.Of(held)))
            .OrderBy(held => held.Name, StringComparer.Ordinal)
            .ToList();
        return JsonSerializer.Serialize(
            new
            {
                threads = threads.Select(fiber => fiber.Name),
                variables = schedule.Shared,
                locks = locks.Select(held => held.Name),
                files = files.Select(file => new
                {
                    name = Path.GetFileName(file.Replace('\\', '/')),
                    lines = Excerpt(steps.Select(step => step.Site).Where(one => one.File == file)),
                }),
                around = Around,
                steps = steps.Select(step => new
                {
                    number = step.Number,
                    thread = threads.IndexOf(step.Row.Fiber),
                    text = Short(step.Text),
                    place = step.Site.Place,
                    file = files.IndexOf(step.Site.File),
                    line = step.Site.Line,
                    values = step.Values.Select(Short),
                    holders = locks.Select(held =>
                        string.Join(
                            ", ",
                            step.Row.Held.Where(one => one.Lock == held.Lock)
                                .Select(one => one.Holder.Name)
                                .Distinct(StringComparer.Ordinal)
                        )
                    ),
                }),
            }
        );
    }

    /// <summary>The lines around the steps of one file, by number; none when the file is not at hand.</summary>
    private static SortedDictionary<int, string> Excerpt(IEnumerable<Site> sites)
    {
        var excerpt = new SortedDictionary<int, string>();
        foreach (var site in sites.DistinctBy(site => site.Line))
        {
            var lines = SourceText.LinesOf(site);
            var last = Math.Min(lines.Count, site.Line + Around);
            for (var line = Math.Max(1, site.Line - Around); line <= last; line++)
                excerpt[line] = Short(lines[line - 1]);
        }
        return excerpt;
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A value may be as long as it likes, and is there in every step.</summary>
    private static string Short(string text) =>
        text.Length <= MostCharacters ? text : $"{text[..MostCharacters]}…";

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
