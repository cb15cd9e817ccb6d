using System.Text.RegularExpressions;
using Katas.Harness.Fixtures;

namespace Katas.Harness.Engine;

/// <summary>A host is used again only when its run has left it as it was: what a wrong answer leaves behind meets no other.</summary>
[TestFixture]
[Platform("Linux", Reason = "Elsewhere no host is used again.")]
public sealed partial class SharedHostTests
{
    private const string ProcessId = "Environment.ProcessId.ToString()";

    private const string Snapshots = """
        using NUnit.Framework;
        using static VerifyNUnit.Verifier;

        [assembly: VerifyTests.SnapshotsAreAwaited]

        namespace Katas.Bowls;

        public class SnapshotTests
        {
            [Test]
            public Task Taste_looks_like_this() => Verify(Bowl.Taste());
        }
        """;

    private FixtureWorkbook _workbook = null!;
    private ChapterEngine _engine = null!;

    [OneTimeSetUp]
    public void Open()
    {
        _workbook = Bowls.Workbook();
        _engine = new ChapterEngine(_workbook.Paths, new EngineOptions { SpareHosts = 0 });
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _engine.DisposeAsync();
        _workbook.Dispose();
    }

    [Test]
    public async Task A_host_that_was_left_as_it_was_is_used_again_for_those_who_allow_it()
    {
        var first = await Taste(ProcessId);
        var second = await Taste(ProcessId);
        var fresh = await Taste(ProcessId, HostUse.Fresh);

        Assert.That(second, Is.EqualTo(first));
        Assert.That(fresh, Is.Not.EqualTo(first));
    }

    [Test]
    public async Task A_process_whose_end_was_awaited_leaves_nothing()
    {
        const string AwaitTheEnd = """
            var start = new System.Diagnostics.ProcessStartInfo("cat") { RedirectStandardInput = true };
            using var cat = System.Diagnostics.Process.Start(start)!;
            var end = cat.WaitForExitAsync();
            cat.StandardInput.Close();
            end.Wait();
            """;
        var first = await Taste($"Do(() => {{ {AwaitTheEnd} }}) == 0 ? {ProcessId} : \"\"");
        var second = await Taste(ProcessId);

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public async Task Static_fields_begin_anew_in_each_run()
    {
        var first = await Taste("(++s_bowls).ToString()");
        var second = await Taste("(++s_bowls).ToString()");

        Assert.That((first, second), Is.EqualTo(("1", "1")));
    }

    [TestCase(
        "new Thread(() => new ManualResetEventSlim().Wait()) { IsBackground = true }.Start()"
    )]
    [TestCase("ThreadPool.QueueUserWorkItem(_ => new ManualResetEventSlim().Wait())")]
    [TestCase("ThreadPool.SetMinThreads(9, 9)")]
    [TestCase("Environment.SetEnvironmentVariable(\"BOWLS\", \"9\")")]
    [TestCase("System.Diagnostics.Process.Start(\"sleep\", \"1000\")")]
    [TestCase(
        "System.Globalization.CultureInfo.DefaultThreadCurrentCulture = new System.Globalization.CultureInfo(\"de\")"
    )]
    public async Task What_a_run_leaves_behind_meets_no_other(string leave)
    {
        var first = await Taste($"Do(() => {{ {leave}; }}) == 0 ? {ProcessId} : \"\"");
        var second = await Taste(ProcessId);

        Assert.That(second, Is.Not.EqualTo(first));
    }

    [Test]
    public async Task A_snapshot_is_compared_in_each_run_whichever_tests_run()
    {
        using var workbook = Bowls.Workbook();
        workbook
            .Write($"tests/{FixtureWorkbook.Slug}/SnapshotTests.cs", Snapshots)
            .Write(
                $"tests/{FixtureWorkbook.Slug}/SnapshotTests.Taste_looks_like_this.verified.txt",
                "salty"
            )
            .Build();
        await using var engine = new ChapterEngine(
            workbook.Paths,
            new EngineOptions { SpareHosts = 0 }
        );
        var compiled = await engine.Compile(FixtureWorkbook.Slug, Bowls.With());

        // What runs before it gives a test its number.
        foreach (string[]? classes in new string[]?[] { null, ["Katas.Bowls.SnapshotTests"] })
        {
            var verdicts = await engine.Run(
                FixtureWorkbook.Slug,
                compiled,
                use: HostUse.Shared,
                classes: classes
            );

            Assert.That(verdicts.Failures.Select(failure => failure.Message), Is.Empty);
            Assert.That(
                verdicts.Tests.Select(test => test.Test.Method),
                Does.Contain("Taste_looks_like_this")
            );
        }
    }

    [Test]
    public async Task A_host_that_has_rehearsed_knows_the_solution_and_no_answer()
    {
        // The solution of a rehearsal and an answer are told apart by the assembly that they are in.
        const string Loaded =
            "AppDomain.CurrentDomain.GetAssemblies().Count(a => a.GetName().Name == \"Bowls\").ToString()";
        await using var engine = new ChapterEngine(
            _workbook.Paths,
            new EngineOptions { SpareHosts = 1, Rehearses = true }
        );
        var first = await Taste(Loaded, HostUse.Fresh, engine);
        var second = await Taste(Loaded, HostUse.Fresh, engine);
        var third = await Taste(Loaded, HostUse.Fresh, engine);

        Assert.That((first, second, third), Is.EqualTo(("1", "2", "2")));
    }

    [Test]
    public async Task Who_ends_the_engine_waits_for_no_rehearsal()
    {
        // A solution that stops its own process, which then says nothing more and takes no test's time limit.
        const string Stop =
            "System.Diagnostics.Process.Start(\"kill\", [\"-STOP\", Environment.ProcessId.ToString()]).Id.ToString()";
        using var workbook = Bowls.Workbook(taste: Stop);
        var engine = new ChapterEngine(
            workbook.Paths,
            new EngineOptions
            {
                SpareHosts = 1,
                Rehearses = true,
                SilenceLimit = TimeSpan.FromHours(1),
            }
        );

        var verdicts = await engine.Run(FixtureWorkbook.Slug, Bowls.With());
        await engine.DisposeAsync();

        Assert.That(verdicts.Failures, Is.Empty);
    }

    /// <summary>What <c>Bowl.Taste</c> returned, as the failure of its test tells.</summary>
    private async Task<string> Taste(
        string expression,
        HostUse use = HostUse.Shared,
        ChapterEngine? engine = null
    )
    {
        var sources = new ChapterSources([
            .. Bowls.With(taste: expression).Files,
            new SourceFile(
                "Count.cs",
                "namespace Katas.Bowls; public static partial class Bowl { private static int s_bowls; }"
            ),
        ]);
        var verdicts = await (engine ?? _engine).Run(FixtureWorkbook.Slug, sources, use: use);
        var message = verdicts.Failures.Single().Message!;
        return Actual().Match(message).Groups["value"].Value;
    }

    [GeneratedRegex("But was: +\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Actual();
}
