using Katas.Harness.Fixtures;
using Katas.Harness.Workbook;

namespace Katas.Harness.Engine;

/// <summary>A chapter that the explorer follows: the engine compiles it and rewrites it before it runs.</summary>
[TestFixture]
public sealed class ExploredChapterTests
{
    private const string Tests = """
        using Katas.Harness.Explorer;
        using Katas.Harness.Testing;
        using NUnit.Framework;

        [assembly: System.Reflection.AssemblyMetadata("Katas.Explored", "true")]

        namespace Katas.Bowls;

        [Kata(1, typeof(Till), nameof(Till.Add))]
        public class AddTests
        {
            [Test]
            public void Add_loses_no_order() => Explorer.Check(() =>
            {
                var till = new Till();
                Explorer.Together(till.Add, till.Add);
                Assert.That(till.Count, Is.EqualTo(2));
            });
        }
        """;

    [Test]
    public async Task A_lost_update_is_found_in_what_was_compiled_in_memory()
    {
        using var workbook = new FixtureWorkbook()
            .Write($"tests/{FixtureWorkbook.Slug}/AddTests.cs", Tests)
            .Write(
                $"solutions/{FixtureWorkbook.Slug}/Till.cs",
                Till("Interlocked.Increment(ref Count);")
            )
            .Build();
        await using var engine = new ChapterEngine(workbook.Paths);

        var right = await engine.Run(FixtureWorkbook.Slug, workbook.Solution);
        var wrong = await engine.Run(
            FixtureWorkbook.Slug,
            new ChapterSources([new SourceFile("Till.cs", Till("Count++;"))])
        );

        Assert.That(right.RunError, Is.Null);
        Assert.That(right.Green, Is.True, right.Failures.FirstOrDefault()?.Message);
        Assert.That(wrong.Failures.Single().Message, Does.Contain("schedule"));
    }

    [Test]
    public async Task A_page_of_the_schedule_is_left_only_where_one_is_asked_for()
    {
        using var workbook = new FixtureWorkbook()
            .Write($"tests/{FixtureWorkbook.Slug}/AddTests.cs", Tests)
            .Write(
                $"solutions/{FixtureWorkbook.Slug}/Till.cs",
                Till("Interlocked.Increment(ref Count);")
            )
            .Build();
        var wrong = new ChapterSources([new SourceFile("Till.cs", Till("Count++;"))]);
        var root = Directory.CreateDirectory(Path.Combine(workbook.Paths.Root, "pages")).FullName;
        await using var silent = new ChapterEngine(workbook.Paths);
        await using var asked = new ChapterEngine(workbook.Paths, new() { ReportRoot = root });

        var without = await silent.Run(FixtureWorkbook.Slug, wrong);
        var with = await asked.Run(FixtureWorkbook.Slug, wrong);

        const string Page = "TestResults/explorer/Katas.Bowls.AddTests.Add_loses_no_order.html";
        Assert.That(without.Failures.Single().Message, Does.Not.Contain("page:"));
        Assert.That(with.Failures.Single().Message, Does.Contain($"page: {Page}"));
        Assert.That(Path.Combine(root, Page), Does.Exist);
    }

    [Test]
    public void The_runners_that_do_not_know_the_explorer_speak_of_the_same_variable()
    {
        Assert.That(
            WorkbookPaths.ReportRootVariable,
            Is.EqualTo(Explorer.Explorer.ReportRootVariable)
        );
        Assert.That(WorkbookPaths.NoReports, Is.EqualTo(Explorer.Explorer.NoReports));
    }

    private static string Till(string add) =>
        $$"""
            namespace Katas.Bowls;

            /// <summary>Counts.</summary>
            public sealed class Till
            {
                /// <summary>How many.</summary>
                public int Count;

                /// <summary>One more.</summary>
                public void Add()
                {
                    {{add}}
                }
            }
            """;
}
