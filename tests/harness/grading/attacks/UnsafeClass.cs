// attack: takes one object for another
// chapter: 03-first-thread
// expect: NotAllowed System.Runtime.CompilerServices.Unsafe
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        _ = System.Runtime.CompilerServices.Unsafe.As<string>(action);
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
