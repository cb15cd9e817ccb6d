namespace Katas.Harness.Workbook;

public class KataPlaceTests
{
    private const string Code = """
        public static class Threads
        {
            /// <summary>RunBoth is told of here, but not declared.</summary>
            public static Thread Launch(Action action)
            {
                RunBoth(action, action);
                return new Thread(() => action());
            }

            public static void RunBoth(Action first, Action second)
            {
                // TODO: let the two actions overlap.
                throw new NotImplementedException();
            }

            public static void ForEachThread<T>(IReadOnlyList<T> items) =>
                throw new NotImplementedException();
        }
        """;

    [TestCase("Launch", 4)]
    [TestCase("RunBoth", 13)]
    [TestCase("ForEachThread", 17)]
    [TestCase("Threads", 13)]
    public void A_stub_is_found_where_it_throws_and_an_answer_where_it_is_declared(
        string kata,
        int line
    )
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Code);

            Assert.That(KataPlace.Find([file], kata), Is.EqualTo(new SourcePlace(file, line)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public void Every_kata_of_the_workbook_is_found()
    {
        var paths = WorkbookPaths.Find();

        Assert.That(
            paths
                .Slugs()
                .SelectMany(slug =>
                    LessonKatas
                        .Read(paths, slug)
                        .Where(kata =>
                            KataPlace.Find(
                                Memory.ChapterContent.SourcesOf(
                                    Path.Combine(paths.Exercises, slug)
                                ),
                                kata.Name
                            )
                                is null
                        )
                        .Select(kata => $"{slug} {kata.Name}")
                ),
            Is.Empty
        );
    }
}
