using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Failures;

namespace Katas.Harness.Cli.Seat;

public class MarkdownTextTests
{
    private const string Page = """
        # Title

        A *paragraph* with `code`, a [page](other.md) and
        a [site](https://example.com).

        > A quote that says **more**.

        1. one
        2. two

        - a point

        ```csharp
        x++; // a line of code that is longer than the terminal is wide
        ```

        | a | bb |
        |---|---|
        | 면 | 1 |

        <!-- for others -->
        """;

    [Test]
    public void A_page_is_drawn_for_a_terminal() =>
        Assert.That(
            MarkdownText.Lines(Page, 40, unicode: true).Select(line => line.Text),
            Is.EqualTo([
                "Title",
                "",
                "A paragraph with code, a page and a site",
                "(https://example.com).",
                "",
                "│ A quote that says more.",
                "",
                "1. one",
                "2. two",
                "",
                "• a point",
                "",
                "  x++; // a line of code that is longer than the terminal is wide",
                "",
                "a   bb",
                "면  1",
            ])
        );

    [Test]
    public void Without_Unicode_only_the_lesson_writes_more_than_ASCII() =>
        Assert.That(
            MarkdownText
                .Lines(Page.Replace("면", "n", StringComparison.Ordinal), 40, unicode: false)
                .SelectMany(line => line.Text),
            Is.All.LessThan('\u0080')
        );

    [Test]
    public void Every_lesson_fits_its_prose_into_80_columns()
    {
        var paths = WorkbookPaths.Find();

        foreach (var slug in paths.Slugs())
        {
            var lines = MarkdownText.Lines(
                File.ReadAllText(paths.LessonOf(slug)),
                80,
                unicode: true
            );

            Assert.That(
                lines
                    .Where(line => line.Emphasis == Emphasis.None && line.Text.Contains(' '))
                    .Select(line => TextWidth.Of(line.Text)),
                Is.All.AtMost(80),
                slug
            );
        }
    }
}
