using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Seat;

public class KataArgumentTests
{
    private static readonly WorkbookPaths Paths = WorkbookPaths.Find();

    [TestCase("03")]
    [TestCase("3")]
    [TestCase("first-thread")]
    [TestCase("03-First-Thread")]
    [TestCase("exercises/03-first-thread/")]
    public void A_chapter_is_found_by_each_of_its_names(string name) =>
        Assert.That(ChapterArgument.ResolveOne(Paths, name), Is.EqualTo("03-first-thread"));

    [TestCase("99")]
    [TestCase("")]
    [TestCase("first thread")]
    public void An_unknown_chapter_is_named_with_the_nearest(string name) =>
        Assert.That(
            () => ChapterArgument.ResolveOne(Paths, name),
            Throws.TypeOf<UsageException>().With.Message.Contains("Did you mean ")
        );

    [TestCase("RunBoth")]
    [TestCase("runboth")]
    [TestCase("2")]
    public void A_kata_is_found_by_its_name_and_its_number(string name) =>
        Assert.That(
            KataArgument.Resolve(Paths, "03-first-thread", name)!.Name,
            Is.EqualTo("RunBoth")
        );

    [TestCase("RunBot")]
    [TestCase("0")]
    [TestCase("5")]
    public void An_unknown_kata_is_named_with_the_nearest(string name) =>
        Assert.That(
            () => KataArgument.Resolve(Paths, "03-first-thread", name),
            Throws.TypeOf<UsageException>().With.Message.Contains("Did you mean ")
        );
}
