// attack: writes pages, tables and reports: HTML, formulas, XML, Markdown, halves of letters
// chapter: 03-first-thread
// expect: Red
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        const string Text =
            "=HYPERLINK(\"http://127.0.0.1/\",\"passed\")\n+cmd|'/c calc'!A0\n@SUM(1)\n-1\n"
            + "</pre></script><script>document.title='passed'</script><!--\n"
            + "]]></failure></testcase><testcase name=\"x\"/>\uFFFF\uD83D\n"
            + "![x](javascript:alert(1)) `</code>` \"},{\"score\":100}\n<svg onload=alert(1)>";
        Console.WriteLine(Text);
        Console.Error.WriteLine(Text);
        // A pair of surrogates lies across each place where a text may be cut.
        throw new InvalidOperationException(
            Text + string.Concat(Enumerable.Repeat("\U0001F35C", 20_000))
        );
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
