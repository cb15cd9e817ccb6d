// attack: reads and writes a private field of the running test
// chapter: 03-first-thread
// expect: NotAllowed System.Type.GetField
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        typeof(Thread).GetField("_name");
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
