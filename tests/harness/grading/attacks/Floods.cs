// attack: prints without an end
// chapter: 03-first-thread
// expect: Red
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        while (true)
            Console.WriteLine(new string('x', 10_000));
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
