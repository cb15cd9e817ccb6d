using Katas.Harness.Fixtures;

namespace Katas.Harness.Cli.Scaffolding;

[TestFixture]
public sealed class NewChapterTests
{
    [Test]
    public void A_new_chapter_follows_the_one_before_it()
    {
        using var workbook = new FixtureWorkbook();

        var chapter = NewChapter.Plan(workbook.Paths, "15-your-topic", "YourTopic");

        Assert.That(chapter.Title, Is.EqualTo("Your topic"));
        Assert.That(chapter.Before, Is.EqualTo(FixtureWorkbook.Slug));
    }

    [TestCase("15", "Topic", "is no chapter's folder")]
    [TestCase("15-Topic", "Topic", "is no chapter's folder")]
    [TestCase("1-topic", "Topic", "is no chapter's folder")]
    [TestCase("15-../topic", "Topic", "is no chapter's folder")]
    [TestCase("15-topic", "topic", "cannot be the chapter's namespace")]
    [TestCase("15-topic", "My.Topic", "cannot be the chapter's namespace")]
    [TestCase("15-topic", "Kitchen", "cannot be the chapter's namespace")]
    [TestCase("01-topic", "Topic", "There is a chapter 01 already: 01-bowls")]
    [TestCase("15-topic", "Bowls", "01-bowls is called Bowls already")]
    public void A_name_that_cannot_be_used_is_refused(string slug, string name, string words)
    {
        using var workbook = new FixtureWorkbook();

        Assert.That(
            () => NewChapter.Plan(workbook.Paths, slug, name),
            Throws.TypeOf<BadNameException>().With.Message.Contains(words)
        );
    }

    [Test]
    public void A_folder_that_is_there_is_not_written_over()
    {
        using var workbook = new FixtureWorkbook().Write("solutions/15-topic/Mine.cs", "// mine");

        Assert.That(
            () => NewChapter.Plan(workbook.Paths, "15-topic", "Topic"),
            Throws.TypeOf<BadNameException>().With.Message.Contains("is there already")
        );
    }
}
