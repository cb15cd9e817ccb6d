using Katas.Harness.Engine;

namespace Katas.Harness.Fixtures;

/// <summary>The sources of the fixture chapter: two katas, a test class for each, and one that no guard watches.</summary>
internal static class Bowls
{
    public const string Tests = """
        using Katas.Harness.Testing;
        using NUnit.Framework;

        namespace Katas.Bowls;

        [Kata(1, typeof(Bowl), nameof(Bowl.Cook))]
        public class CookTests
        {
            [Test]
            public void Cook_takes_its_minutes() => Assert.That(Bowl.Cook(4), Is.EqualTo(4));

            [Test]
            public void Cook_takes_no_time_for_nothing() => Assert.That(Bowl.Cook(0), Is.Zero);
        }

        [Kata(2, typeof(Bowl), nameof(Bowl.Serve))]
        public class ServeTests
        {
            [Test]
            public void Serve_hands_out_every_bowl() => Assert.That(Bowl.Serve(3), Is.EqualTo(3), "A bowl was lost.");
        }

        public class UnguardedTests
        {
            [Test]
            public void Taste_is_salty() => Assert.That(Bowl.Taste(), Is.EqualTo("salty"));
        }
        """;

    /// <summary>The chapter, with what the parts do given as expressions.</summary>
    public static string Source(
        string cook = "minutes",
        string serve = "bowls",
        string taste = "\"salty\""
    ) =>
        $$"""
            namespace Katas.Bowls;

            /// <summary>Bowls of ramen.</summary>
            public static partial class Bowl
            {
                /// <summary>Cooks.</summary>
                public static int Cook(int minutes) => {{cook}};

                /// <summary>Serves.</summary>
                public static int Serve(int bowls) => {{serve}};

                /// <summary>Tastes.</summary>
                public static string Taste() => {{taste}};

                private static int Do(Action action)
                {
                    action();
                    return 0;
                }
            }
            """;

    /// <summary>The workbook, and what its solution's third part does.</summary>
    public static FixtureWorkbook Workbook(string taste = "\"salty\"") =>
        new FixtureWorkbook()
            .Write($"solutions/{FixtureWorkbook.Slug}/Bowl.cs", Source(taste: taste))
            .Write($"tests/{FixtureWorkbook.Slug}/BowlTests.cs", Tests)
            .Build();

    public static ChapterSources With(
        string cook = "minutes",
        string serve = "bowls",
        string taste = "\"salty\""
    ) => new([new SourceFile("/answers/Bowl.cs", Source(cook, serve, taste))]);
}
