namespace Katas.Harness.Engine;

public class KataSourceTests
{
    private const string Kitchen = """
        public class Kitchen
        {
            private readonly int _chefs;
            private int _bowls;

            public Kitchen(int chefs) => _chefs = chefs;

            /// <summary>Kata 1.</summary>
            public int Cook() => Twice(_chefs);

            /// <summary>Kata 2.</summary>
            public int Serve() => Once(_bowls);

            private static int Twice(int n) => Doubled(n);

            private static int Once(int n) => n;

            private static int Doubled(int n) => 2 * n;
        }
        """;

    [Test]
    public void A_kata_is_read_with_what_it_uses_and_nothing_of_the_others()
    {
        var lines = KataSource.Lines(Kitchen, "Cook");

        Assert.That(
            lines.Select(line => line.Trim()).Where(line => line.Length > 0),
            Is.EqualTo([
                "private readonly int _chefs;",
                "public Kitchen(int chefs) => _chefs = chefs;",
                "/// <summary>Kata 1.</summary>",
                "public int Cook() => Twice(_chefs);",
                "private static int Twice(int n) => Doubled(n);",
                "private static int Doubled(int n) => 2 * n;",
            ])
        );
    }

    [Test]
    public void A_kata_that_is_a_type_is_read_whole() =>
        Assert.That(
            string.Join('\n', KataSource.Lines(Kitchen, "Kitchen")),
            Is.EqualTo(Kitchen.ReplaceLineEndings("\n"))
        );

    [Test]
    public void Of_a_file_without_the_kata_nothing_is_read() =>
        Assert.That(KataSource.Lines(Kitchen, "Clean"), Is.Empty);
}
