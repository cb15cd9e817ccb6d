// attack: passes a test from inside
// chapter: 03-first-thread
// expect: DoesNotCompile
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        NUnit.Framework.Assert.Pass();
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
