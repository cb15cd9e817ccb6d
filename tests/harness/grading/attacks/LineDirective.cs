// attack: blames another file
// chapter: 03-first-thread
// expect: NotAllowed #line
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
#line 1 "tests/03-first-thread/LaunchTests.cs"
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
