// attack: has the compiler make a type as large as the world
// chapter: 03-first-thread
// expect: DoesNotCompile
// expect: limit
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}

internal class Bomb<A, B, C, D, E, F>
{
    internal class Inner : Bomb<Inner, Inner, Inner, Inner, Inner, Inner>
    {
        private Inner.Inner.Inner.Inner.Inner.Inner.Inner.Inner _inner;
    }
}
