namespace Katas.Harness.Workbook;

public class LessonKatasTests
{
    private const string Lesson = """
        # Your first thread
        Time: 15 minutes. Before this: 02-who-am-i.

        Which line comes last? It is called a **thread**.

        ## Kata 1: Launch

        In `Threads.cs`. Start a new thread that runs
        the action: the given one. Do not wait.

        ```text
        ## Kata 9: NotOne
        ```

        **Takeaway.** `Start` comes back at once, and the new thread goes on
        by itself.

        ## Kata 2: RunBoth

        Run two actions at the same time, and come back when both have ended.

        ## In the wild

        **Takeaway.** This is of no kata.
        """;

    [Test]
    public void Headings_outside_of_code_are_katas() =>
        Assert.That(
            LessonKatas.Parse(Lesson).Select(kata => $"{kata.Order} {kata.Name}"),
            Is.EqualTo(["1 Launch", "2 RunBoth"])
        );

    [Test]
    public void The_task_is_the_first_sentence_that_says_what_to_do() =>
        Assert.That(
            LessonKatas.Parse(Lesson)[0].Task,
            Is.EqualTo("Start a new thread that runs the action: the given one.")
        );

    [Test]
    public void What_is_learned_is_the_takeaway_at_the_end_of_the_kata() =>
        Assert.That(
            LessonKatas.Parse(Lesson)[0].Learned,
            Is.EqualTo("`Start` comes back at once, and the new thread goes on by itself.")
        );

    [Test]
    public void Without_a_takeaway_it_is_the_task() =>
        Assert.That(
            LessonKatas.Parse(Lesson)[1].Learned,
            Is.EqualTo(LessonKatas.Parse(Lesson)[1].Task)
        );

    [Test]
    public void Windows_line_ends_are_no_difference() =>
        Assert.That(
            LessonKatas.Parse(Lesson.ReplaceLineEndings("\r\n")),
            Is.EqualTo(LessonKatas.Parse(Lesson))
        );

    [Test]
    public void Every_lesson_of_the_workbook_tells_what_to_do_and_what_was_learned()
    {
        var paths = WorkbookPaths.Find();

        Assert.That(
            paths.Slugs().Where(slug => LessonKatas.Read(paths, slug).Count == 0),
            Is.Empty
        );
        Assert.That(
            paths
                .Slugs()
                .SelectMany(slug => LessonKatas.Read(paths, slug))
                .Where(kata => kata.Task.Length == 0 || kata.Learned == kata.Task),
            Is.Empty
        );
    }
}
