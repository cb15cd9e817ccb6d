// attack: takes the console away from the guard
// chapter: 03-first-thread
// expect: NotAllowed System.Console.SetOut
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        Console.SetOut(TextWriter.Null);
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
