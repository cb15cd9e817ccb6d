// attack: writes into a string that others use
// chapter: 03-first-thread
// expect: NotAllowed System.Runtime.InteropServices.MemoryMarshal
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        _ = System.Runtime.InteropServices.MemoryMarshal.AsMemory("Failed".AsMemory());
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
