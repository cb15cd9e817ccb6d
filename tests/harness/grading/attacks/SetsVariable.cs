// attack: changes the limits of the tests
// chapter: 03-first-thread
// expect: NotAllowed System.Environment.SetEnvironmentVariable
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        Environment.SetEnvironmentVariable("KATAS_HANG_BUDGET", "9999");
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
