// attack: has a method of its own called nameof
// chapter: 03-first-thread
// expect: NotAllowed System.Environment.Exit
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        nameof(Environment.Exit);
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();

    private static void nameof(Action<int> leave) => leave(0);
}
