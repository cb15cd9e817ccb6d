// attack: asks for an internal call by its number
// chapter: 03-first-thread
// expect: NotAllowed System.Runtime.CompilerServices.MethodImplOptions
using System.Runtime.CompilerServices;

namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        Runtime.Leave(0);
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}

internal static class Runtime
{
    // MethodImplOptions.InternalCall is not on the list; its value is.
    [MethodImpl((MethodImplOptions)4096)]
    public static void Leave(int code) { }
}
