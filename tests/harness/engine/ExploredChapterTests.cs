using Katas.Harness.Fixtures;

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
