// attack: walks from an object to its assembly
// chapter: 03-first-thread
// expect: NotAllowed System.Reflection.Assembly
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        var assembly = action.GetType().Assembly;
        _ = assembly;
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
