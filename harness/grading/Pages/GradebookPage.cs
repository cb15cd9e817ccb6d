using System.Globalization;
using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Intake;

namespace Katas.Harness.Grading.Pages;

/// <summary><c>gradebook.html</c>: the class in a table that can be sorted and filtered, and how it did in each kata.</summary>
internal sealed class GradebookPage(ClassSummary summary) : IBookWriter
{
    private const int Hardest = 10;

    private const string Script = """

        "use strict";
        const table = document.querySelector("#students"), body = table.tBodies[0];
        const value = (row, i) => row.cells[i].dataset.v ?? row.cells[i].textContent;
        table.querySelectorAll("th button").forEach((button, i) => button.addEventListener("click", () => {
          const head = button.parentElement, up = head.getAttribute("aria-sort") !== "ascending";
          table.querySelectorAll("th").forEach(one => one.removeAttribute("aria-sort"));
          head.setAttribute("aria-sort", up ? "ascending" : "descending");
          const isNumber = head.dataset.n !== undefined;
          body.append(...[...body.rows].sort((a, b) => (up ? 1 : -1) *
            (isNumber ? value(a, i) - value(b, i) : value(a, i).localeCompare(value(b, i)))));
        }));
        const filter = document.querySelector("#filter"), shown = document.querySelector("#shown");
        const apply = () => {
          const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
          let count = 0;
          for (const row of body.rows) {
            const text = row.textContent.toLowerCase();
            row.hidden = !words.every(word => text.includes(word));
            count += row.hidden ? 0 : 1;
          }
          shown.textContent = `${count} of ${body.rows.length} students`;
        };
        filter.addEventListener("input", apply);
        apply();

        """;

    private readonly List<GradebookRow> _rows = [];
    private readonly Dictionary<(string Slug, string Kata), KataTally> _tallies = [];

    public void Add(StudentResult student, SubmittedWork work)
    {
        _rows.Add(
            new(
                student.Name,
                student.Key,
                student.Score,
                student.Most,
                [
                    .. student.Chapters.Select(chapter => new GradebookCell(
                        chapter.Score,
                        chapter.Most,
                        chapter.Grade.State == ChapterState.Graded
                            ? Figures.Coverage(chapter.Covered, chapter.Lines)
                            : "",
                        Figures.Coverage(
                            chapter.Grade.Reference?.Covered,
                            chapter.Grade.Reference?.Lines
                        ),
                        chapter.Grade.State
                    )),
                ],
                student.Flags
            )
        );
        foreach (var chapter in student.Chapters)
        {
            foreach (var kata in chapter.Katas)
            {
                var key = (chapter.Slug, kata.Kata);
                if (!_tallies.TryGetValue(key, out var tally))
                    _tallies.Add(key, tally = new(chapter.Slug, kata.Kata));
                tally.Add(chapter.Grade, kata);
            }
        }
    }

    public void Finish()
    {
        using var file = new BookFile(Path.Combine(summary.Folder, "gradebook.html"));
        var page = file.Writer;
        page.Write(Html.Head("Gradebook", Script));
        page.Write(
            $"""
            <p class="isolation">{Html.Encode(summary.Isolation)}</p>
            <h1>Gradebook</h1>
            <p class="quiet">Students: {_rows.Count}. Chapters: {summary.Slugs.Count}. Graded {summary.Graded.ToString(
                "yyyy-MM-dd HH:mm 'UTC'",
                CultureInfo.InvariantCulture
            )} with version {summary.Workbook} of the workbook.</p>

            """
        );
        page.Write(Html.List("Notes", summary.Notes));
        Table(page);
        Histogram(page);
        Tallies(page, "Katas", [.. _tallies.Values]);
        Tallies(
            page,
            "The hardest",
            [
                .. _tallies
                    .Values.Where(tally => tally.All > 0)
                    .OrderBy(tally => (double)tally.Green / tally.All)
                    .Take(Hardest),
            ]
        );
        page.Write(Html.End(Script));
        file.Finish();
    }

    public void Dispose() { }

    private void Table(TextWriter page)
    {
        page.Write(
            """
            <p><label for="filter">Filter: </label><input id="filter" type="search" placeholder="a name, a flag, ..."> <span id="shown" class="quiet" role="status"></span></p>
            <div class="scroll" tabindex="0" role="region" aria-label="Students"><table id="students"><thead><tr>
            <th scope="col"><button type="button">student</button></th><th scope="col" data-n><button type="button">points</button></th>

            """
        );
        foreach (var slug in summary.Slugs)
            page.Write(
                $"<th scope=\"col\" data-n title=\"{Html.Encode(slug)}\"><button type=\"button\">{Html.Encode(slug.Split('-')[0])}</button></th>"
            );
        page.Write(
            "<th scope=\"col\" class=\"left\"><button type=\"button\">flags</button></th></tr></thead><tbody>\n"
        );
        foreach (var row in _rows)
        {
            page.Write(
                $"<tr><td class=\"name\"><a href=\"{StudentPages.Folder}/{row.Key}.html\">{Html.Encode(row.Name)}</a></td>"
            );
            page.Write(
                $"<td data-v=\"{Figures.Score(row.Score)}\">{Figures.Score(row.Score)}<span class=\"quiet\"> / {Figures.Score(row.Most)}</span></td>"
            );
            foreach (var cell in row.Cells)
                page.Write(
                    $"<td data-v=\"{Figures.Score(cell.State == ChapterState.Missing ? -1 : cell.Score)}\">{Cell(cell)}</td>"
                );
            page.Write(
                $"<td class=\"flags amber\">{Html.Encode(string.Join("; ", row.Flags))}</td></tr>\n"
            );
        }
        page.Write("</tbody></table></div>\n");
    }

    private static string Cell(GradebookCell cell)
    {
        if (cell.State == ChapterState.Missing)
            return "<span class=\"quiet\" title=\"not handed in\">–</span>";
        var colour =
            cell.Score >= cell.Most ? "green"
            : cell.Score > 0 ? "amber"
            : "red";
        var coverage =
            cell.Coverage.Length == 0
                ? ""
                : $"<br><small class=\"quiet\" title=\"lines that the tests ran; reference {Html.Encode(cell.Reference)}\">{Html.Encode(cell.Coverage)}</small>";
        return $"<span class=\"{colour}\">{Figures.Score(cell.Score)}</span>{coverage}";
    }

    /// <summary>How many students have how many points, in tenths of what there is.</summary>
    private void Histogram(TextWriter page)
    {
        const int Bars = 10;
        const double Height = 80;
        var counts = new int[Bars];
        foreach (var row in _rows)
            counts[Math.Min(Bars - 1, row.Most == 0 ? 0 : (int)(row.Score / row.Most * Bars))]++;
        var highest = Math.Max(1, counts.Max());
        page.Write(
            $"<h2>Distribution</h2>\n<svg class=\"histogram\" viewBox=\"0 0 400 112\" role=\"img\" aria-label=\"Students by points: {string.Join(", ", counts.Select((count, i) => $"{i * Bars} % and more: {count}"))}\">\n"
        );
        for (var i = 0; i < Bars; i++)
        {
            var height = counts[i] * Height / highest;
            page.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<rect x=\"{i * 40 + 2}\" y=\"{Height + 14 - height:0.#}\" width=\"36\" height=\"{height:0.#}\"/><text x=\"{i * 40 + 20}\" y=\"{Height + 10 - height:0.#}\" text-anchor=\"middle\">{(counts[i] == 0 ? "" : counts[i])}</text><text x=\"{i * 40 + 20}\" y=\"108\" text-anchor=\"middle\">{i * Bars} %</text>\n"
                )
            );
        }
        page.Write("</svg>\n");
    }

    private static void Tallies(TextWriter page, string title, IReadOnlyList<KataTally> tallies)
    {
        page.Write(
            $"<h2>{title}</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{title}\"><table><thead><tr><th scope=\"col\">kata</th><th scope=\"col\">handed in</th><th scope=\"col\">green</th><th scope=\"col\">in part</th><th scope=\"col\">none</th><th scope=\"col\" class=\"left\">distribution</th></tr></thead><tbody>\n"
        );
        foreach (var tally in tallies)
        {
            var all = Math.Max(1, tally.All);
            var bar = Html.Bar(
                $"{tally.Green} green, {tally.Some} in part, {tally.None} none",
                ("all", (double)tally.Green / all),
                ("some", (double)tally.Some / all),
                ("none", (double)tally.None / all)
            );
            page.Write(
                $"<tr><td>{Html.Encode(tally.Slug)}: {Html.Encode(tally.Kata)}</td><td>{tally.All}</td><td>{tally.Green}</td><td>{tally.Some}</td><td>{tally.None}</td><td class=\"left\">{bar}</td></tr>\n"
            );
        }
        page.Write("</tbody></table></div>\n");
    }
}
