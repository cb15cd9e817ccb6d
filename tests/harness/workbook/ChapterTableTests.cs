namespace Katas.Harness.Workbook;

public class ChapterTableTests
{
    private static readonly Lesson[] Two =
    [
        new("01-ramen-shop", "The ramen shop", 15, []),
        new("03-first-thread", "Your first thread", 30, ["01-ramen-shop"]),
    ];

    [Test]
    public void The_readme_of_the_workbook_is_made_from_its_lessons()
    {
        var paths = WorkbookPaths.Find();
        var readme = File.ReadAllText(paths.Readme).ReplaceLineEndings("\n");

        var updated = ChapterTable.Update(
            readme,
            paths.Slugs().Select(slug => Lesson.Read(paths, slug))
        );

        Assert.That(
            readme,
            Is.EqualTo(updated),
            "The lessons have changed. Write the table again: dotnet run --project harness/cli -- readme"
        );
    }

    [Test]
    public void Only_the_text_between_the_marks_is_replaced()
    {
        const string Readme =
            "top\n<!-- chapters: made by hand -->\nold\n<!-- end of chapters -->\nbottom\n";

        var updated = ChapterTable.Update(Readme, Two);

        Assert.That(updated, Does.StartWith("top\n<!-- chapters: made by hand -->\n\n| chapter |"));
        Assert.That(
            updated,
            Does.Contain(
                "| 03 | [Your first thread](exercises/03-first-thread/README.md) | 30 | 01 |\n"
            )
        );
        Assert.That(updated, Does.Contain("0.8 hours in all"));
        Assert.That(updated, Does.EndWith("\n\n<!-- end of chapters -->\nbottom\n"));
        Assert.That(ChapterTable.Update(updated, Two), Is.EqualTo(updated));
    }

    [TestCase("no marks at all")]
    [TestCase("<!-- end of chapters -->\n<!-- chapters: x -->\n")]
    public void A_page_without_a_place_for_it_is_refused(string readme) =>
        Assert.That(
            () => ChapterTable.Update(readme, Two),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("end of chapters")
        );
}
