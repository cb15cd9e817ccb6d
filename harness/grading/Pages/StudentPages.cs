using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Intake;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Pages;

/// <summary><c>students/KEY.html</c>: a page that can be handed to its student. Nothing in it comes from another's submission.</summary>
internal sealed class StudentPages : IBookWriter
{
    public const string Folder = "students";

    private readonly ClassSummary _summary;
    private readonly Dictionary<string, string> _nudges = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    public StudentPages(ClassSummary summary, WorkbookPaths paths)
    {
        _summary = summary;
        foreach (var slug in summary.Slugs)
        {
            foreach (
                var hints in KataHints.Read(paths, slug).Where(hints => hints.Levels.Count > 0)
            )
                _nudges[$"{slug} {hints.Kata}"] = hints.Levels[0].Text;
        }
    }

    private string Pages => Path.Combine(_summary.Folder, Folder);

    public void Add(StudentResult student, SubmittedWork work)
    {
        using var file = new BookFile(Path.Combine(Pages, $"{student.Key}.html"));
        var page = file.Writer;
        page.Write(Html.Head($"Katas of {student.Name}"));
        page.Write(
            $"<h1>{Html.Encode(student.Name)}</h1>\n<p><strong>{Figures.Score(student.Score)}</strong> of {Figures.Score(student.Most)} points. <span class=\"quiet\">Version {_summary.Workbook} of the workbook.</span></p>\n"
        );
        page.Write(Html.List("What was handed in", student.Notes));
        foreach (var chapter in student.Chapters)
            Chapter(page, chapter, work.Chapters.GetValueOrDefault(chapter.Slug));
        page.Write(Html.End());
        file.Finish();
        _written.Add($"{student.Key}.html");
    }

    /// <summary>Pages of those who are no longer in the class would be found and believed.</summary>
    public void Finish()
    {
        foreach (var page in Directory.EnumerateFiles(Pages))
        {
            if (!_written.Contains(Path.GetFileName(page)))
                File.Delete(page);
        }
    }

    public void Dispose() { }

    private void Chapter(TextWriter page, ChapterResult chapter, SubmittedChapter? sources)
    {
        var grade = chapter.Grade;
        page.Write(
            $"<section>\n<h2>{Html.Encode(chapter.Slug)}</h2>\n<p>{Figures.Score(chapter.Score)} of {Figures.Score(chapter.Most)} points.</p>\n"
        );
        page.Write(
            Sentences(
                grade.State == ChapterState.Graded
                    ? [.. chapter.Steps, CoverageText.Of(chapter)]
                    : chapter.Steps
            )
        );
        page.Write(Html.List("The compiler says", [.. grade.Errors.Select(error => $"{error}")]));
        page.Write(Html.List("Not allowed", [.. grade.Violations.Select(one => $"{one}")]));
        page.Write(Html.List("Notes", grade.Notes));
        if (grade.State == ChapterState.Graded)
        {
            foreach (var kata in chapter.Katas)
                Kata(page, chapter, kata);
            Tests(page, [.. grade.Tests.Where(test => test.Kata is null)]);
        }
        if (sources is not null && grade.Coverage is { } coverage)
            CoveredSource.Write(page, sources, coverage);
        page.Write("</section>\n");
    }

    private void Kata(TextWriter page, ChapterResult chapter, KataResult kata)
    {
        var (mark, colour) =
            kata.IsGreen ? ("✓", "green")
            : kata.Passed > 0 ? ("◐", "amber")
            : ("✗", "red");
        page.Write(
            $"<section class=\"kata\">\n<h3><span class=\"{colour}\">{mark}</span> {Html.Encode(kata.Kata)} <span class=\"quiet\">{Figures.Score(kata.Score)} of {Figures.Score(kata.Most)} points</span></h3>\n"
        );
        page.Write(Sentences([.. kata.Steps, CoverageText.Of(chapter.Grade, kata.Kata)]));
        Tests(page, [.. chapter.Grade.Tests.Where(test => test.Kata == kata.Kata)]);
        if (!kata.IsGreen && _nudges.TryGetValue($"{chapter.Slug} {kata.Kata}", out var nudge))
            page.Write(
                $"<details open><summary>Hint</summary>\n{Html.Markdown(nudge)}</details>\n"
            );
        page.Write("</section>\n");
    }

    private static void Tests(TextWriter page, IReadOnlyList<TestGrade> tests)
    {
        if (tests.Count == 0)
            return;
        page.Write("<ul class=\"tests\">\n");
        foreach (var test in tests)
        {
            var (mark, colour) = test.State switch
            {
                TestState.Passed => ("✓", "green"),
                TestState.Unstable => ("≈", "amber"),
                _ => ("✗", "red"),
            };
            page.Write($"<li><span class=\"{colour}\">{mark}</span> {Breakable(test.Test)}");
            if (test.State == TestState.Unstable)
                page.Write(
                    " <span class=\"amber\">unstable: it ended differently when it was run again</span>"
                );
            if (test.Message is { Length: > 0 } message)
                page.Write(Message(message));
            page.Write("</li>\n");
        }
        page.Write("</ul>\n");
    }

    /// <summary>Sentences, which may be wrapped, and after an empty line what must not be: a schedule, the console.</summary>
    private static string Message(string message)
    {
        var end = message.IndexOf("\n\n", StringComparison.Ordinal);
        var (words, table) = end < 0 ? (message, "") : (message[..end], message[(end + 2)..]);
        return $"\n<pre class=\"words\">{Html.Encode(words)}</pre>"
            + (table.Length == 0 ? "" : $"\n<pre tabindex=\"0\">{Html.Encode(table)}</pre>");
    }

    /// <summary>A name of many words, which narrow windows may break between them.</summary>
    private static string Breakable(string name) =>
        Html.Encode(name).Replace("_", "_<wbr>", StringComparison.Ordinal);

    private static string Sentences(IReadOnlyCollection<string> steps) =>
        steps.Count == 0
            ? ""
            : $"<p class=\"quiet\">{string.Join("<br>", steps.Select(Html.Encode))}</p>\n";
}
