// attack: blocks, as the tests of blocking ask for, and does nothing else
// chapter: 03-first-thread
// expect: Red
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action) => throw new NotImplementedException();

    public static void RunBoth(Action first, Action second) => Block();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) => Block();

    public static T RunAndReturn<T>(Func<T> function)
    {
        Block();
        throw new NotImplementedException();
    }

    private static void Block() => new ManualResetEvent(false).WaitOne();
}
