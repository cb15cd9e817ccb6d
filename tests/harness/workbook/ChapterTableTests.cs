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

        var renewed = ChapterTable.Renew(
            readme,
            paths.Slugs().Select(slug => Lesson.Read(paths, slug))
        );

        Assert.That(
            readme,
            Is.EqualTo(renewed),
            "The lessons have changed. Make the table anew: dotnet run --project harness/cli -- readme"
        );
    }

    [Test]
    public void Only_what_stands_between_the_marks_is_made_anew()
    {
        const string Readme =
            "top\n<!-- chapters: made by hand -->\nold\n<!-- end of chapters -->\nbottom\n";

        var renewed = ChapterTable.Renew(Readme, Two);

        Assert.That(renewed, Does.StartWith("top\n<!-- chapters: made by hand -->\n\n| chapter |"));
        Assert.That(
            renewed,
            Does.Contain(
                "| 03 | [Your first thread](exercises/03-first-thread/README.md) | 30 | 01 |\n"
            )
        );
        Assert.That(renewed, Does.Contain("0.8 hours in all"));
        Assert.That(renewed, Does.EndWith("\n\n<!-- end of chapters -->\nbottom\n"));
        Assert.That(ChapterTable.Renew(renewed, Two), Is.EqualTo(renewed));
    }

    [TestCase("no marks at all")]
    [TestCase("<!-- end of chapters -->\n<!-- chapters: x -->\n")]
    public void A_page_without_a_place_for_it_is_refused(string readme) =>
        Assert.That(
            () => ChapterTable.Renew(readme, Two),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("end of chapters")
        );
}
