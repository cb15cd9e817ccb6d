// attack: says what takes the longest to read
// chapter: 03-first-thread
// expect: Red
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        throw new Long();
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}

internal sealed class Long : Exception
{
    public override string Message =>
        "a.a : "
        + new string('\n', 3_000_000)
        + string.Concat(Enumerable.Repeat("a.", 100_000))
        + "!";

    public override string? StackTrace =>
        "   at "
        + string.Concat(Enumerable.Repeat(" in /x", 300_000))
        + "\n"
        + new string(' ', 300_000);
}
