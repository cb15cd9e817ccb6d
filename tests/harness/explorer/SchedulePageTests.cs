using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Katas.Corpus;
using Katas.Harness.Explorer.Verdicts;

namespace Katas.Harness.Explorer;

/// <summary>The page of a failing schedule: what is in it, where it is, and what it does in a real browser.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed partial class SchedulePageTests : IDisposable
{
    private const string Dark = "--blink-settings=preferredColorScheme=0";
    private const string Narrow = "--window-size=800,900";

    /// <summary>What the page shows, read as a person does: by what is marked.</summary>
    private const string Reader = """
        const texts = selector => [...document.querySelectorAll(selector)].map(one => one.textContent.replace(/\s+/g, " "));
        const state = () => ({
          marked: texts(".source li.marked"),
          thread: texts(".thread.current h2"),
          row: texts("#steps tr.marked a"),
          variables: texts("#variables tr"),
          locks: texts("#locks tr"),
          status: texts("#status"),
          address: location.hash,
        });
        const press = key => { dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true })); return state(); };
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("katas-page-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void It_has_the_steps_of_the_text_report(
        [Values(
            nameof(Samples.LoseAnOrder),
            nameof(Samples.LockInOppositeOrder),
            nameof(Samples.LoseAWakeUp),
            nameof(Samples.SpinEndlessly),
            nameof(Samples.ShareAList),
            nameof(Samples.CallBackWhileLooping)
        )]
            string program
    )
    {
        var method = typeof(Samples).GetMethod(program)!;
        var report = Fail(() => method.Invoke(null, [(Action<Action[]>)Explorer.Together]));

        var data = Data(report);

        var lines = report.Split('\n');
        var first = Array.FindIndex(lines, line => line.Trim().StartsWith("thread ", Ordinal)) + 1;
        var steps = data["steps"]!.AsArray();
        Assert.That(lines[first - 1], Does.Contain(Text(data["threads"]![0])));
        Assert.That(steps, Is.Not.Empty);
        foreach (var (index, step) in steps.Index())
        {
            Assert.That(lines[first + index], Does.Contain(Text(step!["text"])));
            Assert.That(lines[first + index], Does.Contain(Text(step["place"])));
            foreach (var value in step["values"]!.AsArray().Take(3))
                Assert.That(lines[first + index], Does.Contain(Text(value)));
        }
        Assert.That(lines[first + steps.Count], Is.Empty, "the table ends with the last step");
        Assert.That(File.ReadAllText(Page(report)), Does.Contain(lines[0].Replace("'", "&#39;")));
    }

    [Test]
    public void It_says_who_holds_which_lock()
    {
        var data = Data(Fail(() => Samples.LockInOppositeOrder(Explorer.Together)));

        Assert.That(Texts(data["locks"]), Is.EqualTo(["Account#1.Gate", "Account#2.Gate"]));
        Assert.That(
            data["steps"]!.AsArray().Select(step => string.Join("|", Texts(step!["holders"]))),
            Is.EqualTo(["|", "thread 1|", "thread 1|", "thread 1|", "thread 1|thread 2"])
        );
    }

    [Test]
    public void A_wait_for_a_pulse_leaves_its_lock()
    {
        var steps = Data(Fail(() => Notes.ThrowAfterAWait(Explorer.Together)))["steps"]!.AsArray();

        Assert.That(Holders("reads Text"), Is.EqualTo("thread 1"));
        Assert.That(Holders("waits on"), Is.Empty);
        Assert.That(Holders("pulses"), Is.EqualTo("thread 2"));
        Assert.That(Holders("unlocks"), Is.Empty);

        var lost = Data(Fail(() => Samples.LoseAWakeUp(Explorer.Together)))["steps"]!.AsArray();
        Assert.That(Texts(lost.Last()!["holders"]).Single(), Is.Empty, "at the end, too");

        string Holders(string what) =>
            Texts(steps.First(step => Text(step!["text"]).StartsWith(what, Ordinal))!["holders"])
                .Single();
    }

    [Test]
    public void What_comes_from_the_program_is_text_only()
    {
        var report = Fail(() => Notes.LoseMarkup(Explorer.Together));

        var page = File.ReadAllText(Page(report));

        Assert.That(page, Does.Not.Contain("<img").And.Not.Contain("<b>").And.Not.Contain("<!--"));
        Assert.That(page.Split("</script>"), Has.Length.EqualTo(3), "one for each script");
        Assert.That(
            Texts(Data(report)["steps"]!.AsArray().Last()!["values"]),
            Has.Some.EqualTo($"\"{Notes.Markup}\"")
        );
    }

    [Test]
    public void A_text_that_is_no_unicode_spoils_nothing() =>
        Assert.That(
            Data(Fail(() => Notes.LoseHalfALetter(Explorer.Together)))["steps"],
            Is.Not.Null
        );

    [Test]
    public void Where_the_source_is_not_at_hand_the_steps_are()
    {
        var data = Data(Fail(() => Notes.StandNowhere(Explorer.Together)));

        var file = data["files"]!.AsArray().Single()!;
        Assert.That(Text(file["name"]), Is.EqualTo("Lost.cs"));
        Assert.That(file["lines"]!.AsObject(), Is.Empty);
        Assert.That(Text(data["steps"]![0]!["place"]), Is.EqualTo("Lost.cs:10"));
    }

    [Test]
    public void A_page_that_cannot_be_written_changes_nothing()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");

        var without = Fail(() => Samples.LoseAnOrder(Explorer.Together), folder: null);
        var inAFile = Fail(() => Samples.LoseAnOrder(Explorer.Together), folder: file);

        Assert.That(inAFile, Is.EqualTo(without));
        Assert.That(File.ReadAllText(file), Is.Empty);
    }

    [Test]
    public void Where_tests_must_not_write_there_is_no_page()
    {
        var report = Fail(
            () => Samples.LoseAnOrder(Explorer.Together),
            folder: "TestResults/explorer"
        );

        Assert.That(report, Does.Not.Contain("page:"));
        Assert.That(Directory.Exists("TestResults/explorer"), Is.False);
    }

    [Test]
    public void The_page_of_a_test_that_no_longer_fails_is_deleted()
    {
        var page = Page(Fail(() => Samples.LoseAnOrder(Explorer.Together)));
        Assert.That(page, Does.Exist);

        Explorer.Check(() => Explorer.Together(() => { }, () => { }), Options(_folder));

        Assert.That(Directory.EnumerateFileSystemEntries(_folder), Is.Empty);
    }

    [TestCase("a/b\\c:d")]
    [TestCase("<>\"|?*,")]
    public void It_bears_the_name_of_its_test(string argument)
    {
        var page = Page(Fail(() => Samples.LoseAnOrder(Explorer.Together)));

        Assert.That(
            Path.GetFileName(page),
            Does.Match(
                @"^Katas\.Harness\.Explorer\.SchedulePageTests\.It_bears_the_name_of_its_test_[\w.-]+-[0-9a-f]{8}\.html$"
            ),
            argument
        );
        Assert.That(
            Directory.EnumerateFiles(_folder).Count(),
            Is.EqualTo(1),
            "and no other is left"
        );
    }

    [Test]
    public void Without_a_test_of_NUnit_it_bears_the_name_of_the_method()
    {
        string? name = null;
        using (ExecutionContext.SuppressFlow())
        {
            var thread = new Thread(() => name = TestName.Of(() => { }));
            thread.Start();
            thread.Join();
        }

        Assert.That(
            name,
            Is.EqualTo(
                "Katas.Harness.Explorer.SchedulePageTests.Without_a_test_of_NUnit_it_bears_the_name_of_the_method"
            )
        );
    }

    [Test]
    public void The_arrow_keys_step_through_it([Values("", Dark)] string scheme)
    {
        var page = Page(Fail(() => Samples.LoseAnOrder(Explorer.Together)));

        var seen = Browser.Inspect(
            page,
            $$"""
            {{Reader}}
            return { steps: [state(), ...["ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft", "End", "ArrowRight", "Home", "ArrowLeft"].map(press)] };
            """,
            [Narrow, .. scheme.Length > 0 ? [scheme] : (string[])[]]
        );

        var steps = seen["steps"]!.AsArray();
        Assert.That(seen["errors"]!.AsArray(), Is.Empty);
        Assert.That(seen["pale"]!.AsArray(), Is.Empty, "text that is hard to read");
        Assert.That(
            (int)seen["width"]!,
            Is.LessThanOrEqualTo((int)seen["room"]!),
            "no sideways scrolling"
        );
        Assert.That(
            steps.Select(step =>
                $"{step!["row"]![0]} {step["thread"]![0]} {step["variables"]![0]} {step["address"]}"
            ),
            Is.EqualTo([
                "1 thread 1 OrderBook.Count– ",
                "2 thread 1 OrderBook.Count0 #step=2",
                "3 thread 1 OrderBook.Count0 #step=3",
                "4 thread 2 OrderBook.Count0 #step=4",
                "3 thread 1 OrderBook.Count0 #step=3",
                "7 thread 1 OrderBook.Count1 #step=7",
                "7 thread 1 OrderBook.Count1 #step=7",
                "1 thread 1 OrderBook.Count– #step=1",
                "1 thread 1 OrderBook.Count– #step=1",
            ])
        );
        Assert.That(
            steps.Select(step => Texts(step!["marked"])),
            Has.All.EqualTo(new[] { "12 public void Add() => Count++;" })
        );
    }

    [Test]
    public void Locks_stand_beside_and_the_mouse_steps_too()
    {
        var page = Page(Fail(() => Samples.LockInOppositeOrder(Explorer.Together)));

        var seen = Browser.Inspect(
            page,
            $$"""
            {{Reader}}
            document.querySelector("[data-to=last]").click();
            const last = state();
            document.querySelectorAll("#steps tbody tr")[1].click();
            return { last, third: state() };
            """
        );

        Assert.That(
            Texts(seen["last"]!["locks"]),
            Is.EqualTo(["Account#1.Gateheld by thread 1", "Account#2.Gateheld by thread 2"])
        );
        Assert.That(
            Texts(seen["third"]!["locks"]),
            Is.EqualTo(["Account#1.Gateheld by thread 1", "Account#2.Gatefree"])
        );
        Assert.That(Texts(seen["third"]!["marked"]), Is.EqualTo(["22 lock (from.Gate)"]));
    }

    [Test]
    public void The_address_keeps_the_place_by_the_pages_own_policy()
    {
        var page = Page(Fail(() => Samples.LoseAnOrder(Explorer.Together)));

        var dom = Browser.Dump(new UriBuilder(new Uri(page)) { Fragment = "step=5" }.Uri);

        Assert.That(dom, Does.Contain("Step 5 of 7: thread 2 reads Count -&gt; 0"));
    }

    [Test]
    public void Markup_of_the_program_does_nothing_in_a_browser()
    {
        var page = Page(Fail(() => Notes.LoseMarkup(Explorer.Together)));

        var seen = Browser.Inspect(
            page,
            $$"""
            {{Reader}}
            const last = press("End");
            return { last, images: document.images.length, title: document.title };
            """
        );

        Assert.That((int)seen["images"]!, Is.Zero);
        Assert.That(Text(seen["title"]), Does.Not.Contain("owned"));
        Assert.That(Texts(seen["last"]!["variables"]), Has.Some.Contain(Notes.Markup));
    }

    [Test]
    public void A_source_that_is_not_at_hand_is_said_so()
    {
        var page = Page(Fail(() => Notes.StandNowhere(Explorer.Together)));

        var dom = Browser.Dump(page);

        Assert.That(dom, Does.Contain("Lost.cs is not at hand, so line 10 cannot be shown."));
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private string Fail(Action program) => Fail(program, _folder);

    private static string Fail(Action program, string? folder) =>
        Assert.Catch<ExplorationException>(() => Explorer.Check(program, Options(folder)))!.Message;

    private static ExplorerOptions Options(string? folder) =>
        new() { Output = TextWriter.Null, ReportFolder = folder };

    private static string Page(string report) =>
        PageLine().Match(report) is { Success: true } line
            ? line.Groups["path"].Value
            : throw new AssertionException($"The report names no page:\n{report}");

    private static JsonNode Data(string report) =>
        JsonNode.Parse(DataElement().Match(File.ReadAllText(Page(report))).Groups["json"].Value)!;

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static IEnumerable<string> Texts(JsonNode? node) => node!.AsArray().Select(Text);

    [GeneratedRegex(
        "^page: (?<path>.+)$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex PageLine();

    [GeneratedRegex(
        "<script type=\"application/json\" id=\"data\">(?<json>.*)</script>",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex DataElement();
}
