// attack: looks at the methods of its callers
// chapter: 03-first-thread
// expect: NotAllowed System.Diagnostics.StackTrace
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        _ = new System.Diagnostics.StackTrace().GetFrame(1)!.GetMethod();
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
