namespace Katas.Harness.Workbook;

public class LessonKatasTests
{
    private const string Lesson = """
        # Your first thread
        Time: 15 minutes. Before this: 02-who-am-i.

        Which line comes last? **Between `Start` and `Join` you know nothing; at
        `Join` you know everything is done.** It is called a **thread**.

        ## Kata 1: Launch

        In `Threads.cs`. Start a new thread that runs
        the action. Do not wait.

        ```text
        ## Kata 9: NotOne
        ```

        ## Kata 2: RunBoth

        Run two actions at the same time, and come back when both have ended.

        ## In the wild

        Nothing.
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
            Is.EqualTo("Start a new thread that runs the action.")
        );

    [Test]
    public void What_is_learned_is_the_statement_in_bold_before_the_kata() =>
        Assert.That(
            LessonKatas.Parse(Lesson)[0].Learned,
            Does.StartWith("Between ").And.EndWith("everything is done.")
        );

    [Test]
    public void Without_such_a_statement_it_is_the_task() =>
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
    public void Every_lesson_of_the_workbook_tells_of_its_katas()
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
                .Where(kata => kata.Task.Length == 0 || kata.Learned.Length == 0),
            Is.Empty
        );
    }
}
