// attack: leaves by a member that it gives to a type of the framework
// chapter: 03-first-thread
// expect: NotAllowed System.Environment.Exit
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        Thread.Leave();
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}

internal static class Extensions
{
    extension(Thread)
    {
        public static void Leave() => Environment.Exit(0);
    }
}
