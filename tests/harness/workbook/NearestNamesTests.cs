namespace Katas.Harness.Workbook;

public class NearestNamesTests
{
    private static readonly string[] Chapters =
    [
        "01-ramen-shop",
        "02-who-am-i",
        "03-first-thread",
        "05-lost-orders",
        "13-prime-lab",
    ];

    [TestCase("fist-thread", "03-first-thread")]
    [TestCase("03-first-tread", "03-first-thread")]
    [TestCase("RAMEN", "01-ramen-shop")]
    [TestCase("lost", "05-lost-orders")]
    [TestCase("prine-lab", "13-prime-lab")]
    [TestCase("5", "05-lost-orders")]
    public void What_was_meant_comes_first(string typed, string meant) =>
        Assert.That(NearestNames.Of(typed, Chapters)[0], Is.EqualTo(meant));

    [Test]
    public void Three_are_named() =>
        Assert.That(
            NearestNames.Sentence("RunBot", ["Launch", "RunBoth", "ForEachThread", "RunAndReturn"]),
            Does.StartWith("RunBoth, ").And.Contain(" or ")
        );

    [Test]
    public void One_name_is_named_alone() =>
        Assert.That(NearestNames.Sentence("x", ["Launch"]), Is.EqualTo("Launch"));

    [Test]
    public void No_name_is_no_error() => Assert.That(NearestNames.Sentence("x", []), Is.Empty);
}
