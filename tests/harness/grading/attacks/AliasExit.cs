// attack: the same under another name
// chapter: 03-first-thread
// expect: NotAllowed System.Environment.Exit
using E = System.Environment;

namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        E.Exit(0);
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
