// attack: takes the thread of the finalizers for itself
// chapter: 03-first-thread
// expect: Red
using System.Runtime.CompilerServices;

namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        Bury();
        GC.Collect();
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Bury() => _ = new Grave();
}

internal sealed class Grave
{
    ~Grave() => Thread.Sleep(Timeout.Infinite);
}
