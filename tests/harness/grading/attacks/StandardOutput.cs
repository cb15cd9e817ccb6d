// attack: writes to the host's own output
// chapter: 03-first-thread
// expect: NotAllowed System.Console.OpenStandardOutput
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        Console.OpenStandardOutput().Write("{}"u8);
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
