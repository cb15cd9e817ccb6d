using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Katas.Harness.Fixtures;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Terminals;

/// <summary>A test waits for a debugger; no test can attach one, so Enter lets it begin.</summary>
[Platform("Linux", Reason = "The terminal is made by script of util-linux.")]
public partial class DebugTests
{
    private const string Test = "Add_loses_no_order";
    private const string Enter = "\r";

    private WorkbookClone _clone = null!;

    [OneTimeSetUp]
    public async Task Clone()
    {
        _clone = await WorkbookClone.Create(WorkbookClone.Orders);
        var wrong = Path.Combine(
            WorkbookPaths.Find().Tests,
            WorkbookClone.Orders,
            "wrong",
            "AddWithoutLock.cs"
        );
        File.Copy(wrong, _clone.Answer(WorkbookClone.Orders, "OrderBook.cs"), overwrite: true);
    }

    [OneTimeTearDown]
    public void Delete() => _clone.Dispose();

    [Test]
    public void A_test_waits_in_its_process_and_then_runs_the_one_schedule_that_fails()
    {
        using var debug = TerminalRun.Start(_clone.Root, $"exec ./kata debug 05 {Test}", 120);

        debug.WaitFor("one schedule that fails");
        using (var host = Process.GetProcessById(ProcessNamedIn(debug)))
        {
            debug.Type(Enter);
            Assert.That(debug.WaitForExit(), Is.EqualTo(ExitCodes.Found), debug.Text);
            Assert.That(host.WaitForExit(TimeSpan.FromMinutes(1)), Is.True, "It has stayed.");
        }

        Assert.That(debug.Text, Does.Contain($"✗ Add: {Test}"));
        Assert.That(debug.Text, Does.Contain("the replayed schedule fails"));
    }

    [Test]
    public void The_watch_debugs_the_red_test_that_it_shows()
    {
        using var watch = TerminalRun.Start(_clone.Root, "exec ./kata watch 05", 120);
        watch.WaitFor("✗ Add: (?s:.*)Waiting for a save");

        watch.Type("d");
        watch.WaitFor("waits for a debugger in process [0-9]+");
        watch.Type(Enter);
        watch.WaitFor("The test has ended, and is red");
    }

    [Test]
    public void A_test_that_is_not_there_is_named_with_the_nearest()
    {
        using var debug = TerminalRun.Start(
            _clone.Root,
            "exec ./kata debug 05 Add_looses_no_order",
            120
        );

        Assert.That(debug.WaitForExit(), Is.EqualTo(ExitCodes.Unable), debug.Text);
        Assert.That(debug.Text, Does.Contain($"Did you mean {Test}, "));
    }

    private static int ProcessNamedIn(TerminalRun run) =>
        int.Parse(Announcement().Match(run.Text).Groups["id"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("in process (?<id>[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Announcement();
}
