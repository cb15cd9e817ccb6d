namespace Katas.Harness.Grading.Book;

public class GradingConfigTests
{
    [Test]
    public void Everything_can_be_said()
    {
        var config = Parse(
            """
            {
              // How a class may be graded.
              "credit": "full", "violations": "flag", "unstable": "green", "coverage": 0.2,
              "due": "2026-11-01T23:59+09:00",
              "late": { "perDay": 0.1, "most": 0.5 },
              "handedIn": { "Kim": "2026-11-02T00:00Z" },
              "names": { "kim_1": "Kim Min-jun" },
              "chapters": { "03-first-thread": { "points": 10, "due": "2026-11-08T12:00:00+09:00", "katas": { "Launch": 2 } } },
            }
            """
        );

        Assert.That(
            (config.Credit, config.Violations, config.Unstable, config.Coverage),
            Is.EqualTo((Credit.Full, ViolationRule.Flag, UnstableRule.Green, 0.2))
        );
        Assert.That(
            config.Due,
            Is.EqualTo(new DateTimeOffset(2026, 11, 1, 14, 59, 0, TimeSpan.Zero))
        );
        Assert.That(config.Late, Is.EqualTo(new LateRule(0.1, 0.5)));
        Assert.That(
            config.HandedIn["Kim"],
            Is.EqualTo(new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero))
        );
        Assert.That(config.Names["kim_1"], Is.EqualTo("Kim Min-jun"));
        Assert.That(config.Chapters["03-first-thread"].Most, Is.EqualTo(10));
        Assert.That(config.Chapters["03-first-thread"].Katas["Launch"], Is.EqualTo(2));
    }

    [TestCase("""{ "wieghts": 1 }""", "There is no 'wieghts'. Did you mean")]
    [TestCase("""{ "Credit": "full" }""", "Did you mean credit")]
    [TestCase("""{ "late": { "perday": 1 } }""", "There is no 'late.perday'. Did you mean perDay")]
    [TestCase("""{ "chapters": { "3-first-thred": {} } }""", "Did you mean 03-first-thread")]
    [TestCase(
        """{ "chapters": { "03-first-thread": { "katas": { "Lunch": 1 } } } }""",
        "'chapters.03-first-thread.katas.Lunch'. Did you mean Launch"
    )]
    [TestCase("""{ "coverage": 2 }""", "'coverage' is 2; it takes a number from 0 to 1")]
    [TestCase("""{ "coverage": "0.5" }""", "'coverage' is \"0.5\"")]
    [TestCase("""{ "credit": "half" }""", "it takes \"partial\" or \"full\"")]
    [TestCase("""{ "due": "tomorrow" }""", "a time with its zone")]
    [TestCase("""{ "due": "2026-11-01T23:59" }""", "a time with its zone")]
    [TestCase("""{ "names": { "a": 1 } }""", "'names.a' is 1; it takes a text")]
    [TestCase("""{ "coverage": 0.1, "coverage": 0.2 }""", "'coverage' is there twice")]
    [TestCase("""{ "late": 3 }""", "'late' is 3; it takes an object")]
    [TestCase("[]", "it takes an object")]
    [TestCase("{ 1", "This is no JSON")]
    public void A_mistake_is_an_error_that_helps(string json, string message) =>
        Assert.That(
            () => Parse(json),
            Throws.TypeOf<GradingConfigException>().With.Message.Contains(message)
        );

    private static GradingConfig Parse(string json) =>
        GradingConfigReader.Parse(
            json,
            ["03-first-thread", "05-lost-orders"],
            _ => ["Launch", "RunBoth"]
        );
}
