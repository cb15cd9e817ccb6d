namespace Katas.Harness.Workbook;

public class KataHintsTests
{
    [Test]
    public void Every_kata_of_the_workbook_has_three_hints()
    {
        var paths = WorkbookPaths.Find();

        foreach (var slug in paths.Slugs())
        {
            var hints = KataHints.Read(paths, slug);

            Assert.That(
                hints.Select(one => one.Kata),
                Is.EqualTo(LessonKatas.Read(paths, slug).Select(kata => kata.Name)),
                slug
            );
            Assert.That(
                hints.Select(one => one.Levels.Select(level => level.Name)),
                Is.All.EqualTo(KataHints.LevelNames),
                slug
            );
        }
    }
}
