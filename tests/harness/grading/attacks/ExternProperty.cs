// attack: declares a property of the runtime
// chapter: 03-first-thread
// expect: NotAllowed extern
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}

internal static class Runtime
{
    public static extern int Secret { get; }
}
