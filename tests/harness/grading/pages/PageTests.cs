using System.Text.Json.Nodes;
using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Intake;

namespace Katas.Harness.Grading.Pages;

/// <summary>The pages in a real browser, on a class whose names, sources and messages mean no good.</summary>
public sealed class PageTests : IDisposable
{
    private const string Slug = TemporaryClass.Threads;
    private const string Evil = "<img src=x onerror=document.title='owned'>";
    private const string Dark = "--blink-settings=preferredColorScheme=0";
    private const string Narrow = "--window-size=500,800";

    private const string SortAndFilter = """
        const points = [...document.querySelectorAll("#students th button")][1];
        const names = () => [...document.querySelectorAll("#students tbody tr")].filter(row => !row.hidden).map(row => row.cells[0].textContent);
        points.click();
        const sorted = names(), filter = document.querySelector("#filter");
        filter.value = "COMPILE";
        filter.dispatchEvent(new Event("input"));
        return { sorted, filtered: names() };
        """;

    private readonly TemporaryClass _sample;
    private readonly SampleSession _session;

    public PageTests()
    {
        _sample = new TemporaryClass()
            .Write(
                $"../exercises/{Slug}/README.md",
                "# One\n\n## Kata 1: One\n\nDo this and that now.\n"
            )
            .Write(
                $"../exercises/{Slug}/hints.md",
                "## One\n\n<details><summary>Nudge</summary>\n\nWho calls `Join`?\n\n</details>\n"
            )
            .Write(
                $"eve {Evil.Replace("/", "", StringComparison.Ordinal)}/{Slug}/Threads.cs",
                $"pass\n{Evil}{new string('x', 300)}\nunstable"
            )
            .Write($"ann/{Slug}/Threads.cs", "pass")
            .Write($"cho/{Slug}/Threads.cs", "lost")
            .Write($"bob/{Slug}/Threads.cs", "broken");
        _session = new(_sample, new());
        _session.Grade();
    }

    public void Dispose() => _sample.Dispose();

    [Test]
    public void The_gradebook_can_be_read_sorted_and_filtered([Values("", Dark)] string scheme)
    {
        string[] options = scheme.Length == 0 ? [Narrow] : [Narrow, scheme];

        var report = Browser.Inspect(
            Path.Combine(_session.Output, "gradebook.html"),
            SortAndFilter,
            options
        );

        Check(report);
        Assert.That(report["sorted"]!.AsArray().Select(one => $"{one}").Last(), Is.EqualTo("ann"));
        Assert.That(report["filtered"]!.AsArray().Select(one => $"{one}"), Is.EqualTo(["bob"]));
    }

    [Test]
    public void A_students_page_can_be_read([Values("", Dark)] string scheme)
    {
        string[] options = scheme.Length == 0 ? [Narrow] : [Narrow, scheme];

        Check(Browser.Inspect(Page("eve"), "return {};", options));
    }

    [Test]
    public void The_script_runs_by_the_pages_own_policy_and_no_other()
    {
        var dom = Browser.Dump(Path.Combine(_session.Output, "gradebook.html"));

        Assert.That(dom, Does.Contain("4 of 4 students"));
        Assert.That(dom, Does.Not.Contain("<img").And.Not.Contain("<title>owned"));
    }

    [Test]
    public void A_students_page_tells_all_of_it_and_nobody_else()
    {
        var page = File.ReadAllText(Page("eve"));

        Assert.That(page, Does.Contain("Who calls <code>Join</code>?"));
        Assert.That(page, Does.Contain("unstable: it ended differently"));
        Assert.That(page, Does.Contain("1 of 3 tests pass"));
        Assert.That(
            page,
            Does.Contain("Lines that the tests ran: yours 1 of 3, reference 12 of 13.")
                .And.Contain("Lines that the tests ran: yours 1 of 3, reference 12 of 12.")
        );
        Assert.That(page, Does.Contain("class=\"hit\"").And.Contain("class=\"miss\""));
        Assert.That(page, Does.Contain("&lt;img src=x").And.Not.Contain("<img"));
        Assert.That(page, Does.Not.Contain("ann").And.Not.Contain("bob"));
        Assert.That(
            File.ReadAllText(Page("ann")),
            Does.Not.Contain("Who calls"),
            "A hint is for what is not green."
        );
    }

    [Test]
    public void Where_there_is_no_data_on_coverage_the_pages_say_so()
    {
        var page = File.ReadAllText(Page("cho"));

        Assert.That(page, Does.Contain("Lines that the tests ran: no data."));
        Assert.That(page, Does.Not.Contain("yours"));
        Assert.That(
            _session.Text("gradebook.html"),
            Does.Contain(">no data</small>")
                .And.Contain("title=\"lines that the tests ran; reference 12/13\">1/3</small>")
        );
        Assert.That(File.ReadAllText(Page("bob")), Does.Not.Contain("Lines that the tests ran"));
    }

    [Test]
    public void No_page_needs_a_network()
    {
        foreach (
            var page in Directory.EnumerateFiles(
                _session.Output,
                "*.html",
                SearchOption.AllDirectories
            )
        )
            Assert.That(
                File.ReadAllText(page),
                Does.Not.Contain("http:").And.Not.Contain("https:").And.Not.Contain(" src=\"")
            );
    }

    [Test]
    public void The_first_line_of_the_gradebook_says_how_isolated_it_was() =>
        Assert.That(
            _session.Text("gradebook.html"),
            Does.Match("<body>\\s*<p class=\"isolation\">not isolated: &lt;none&gt; of it</p>")
        );

    private string Page(string student) =>
        Directory
            .EnumerateFiles(Path.Combine(_session.Output, "students"), $"{student}*.html")
            .Single();

    private static void Check(JsonObject report)
    {
        Assert.That(report["errors"]!.AsArray(), Is.Empty, "script errors");
        Assert.That(
            report["pale"]!.AsArray().Select(one => $"{one}"),
            Is.Empty,
            "text with too little contrast"
        );
        Assert.That(
            report["width"]!.GetValue<int>(),
            Is.LessThanOrEqualTo(report["room"]!.GetValue<int>()),
            "wider than the window"
        );
    }
}
