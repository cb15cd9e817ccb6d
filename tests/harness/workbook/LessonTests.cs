namespace Katas.Harness.Workbook;

public class LessonTests
{
    [Test]
    public void The_top_of_a_lesson_has_its_title_its_time_and_the_chapters_before_it()
    {
        var lesson = Lesson.Parse(
            "03-first-thread",
            "# Your first thread\r\n\r\nTime: 25 minutes. Before this: 01-ramen-shop, 02-who-am-i.\r\n\r\nText"
        );

        Assert.That(lesson, Is.Not.Null);
        Assert.That(lesson.Title, Is.EqualTo("Your first thread"));
        Assert.That(lesson.Minutes, Is.EqualTo(25));
        Assert.That(lesson.Before, Is.EqualTo(["01-ramen-shop", "02-who-am-i"]));
    }

    [TestCase("Your first thread\n\nTime: 25 minutes. Before this: nothing.\n")]
    [TestCase("# Your first thread\n\nTime: long. Before this: nothing.\n")]
    [TestCase("# Your first thread\n\nTime: 25 minutes. Before this: chapter one.\n")]
    [TestCase("# Your first thread\n\nHello.\n\nTime: 25 minutes. Before this: nothing.\n")]
    public void A_page_without_it_is_no_lesson(string page) =>
        Assert.That(Lesson.Parse("03-first-thread", page), Is.Null);
}
