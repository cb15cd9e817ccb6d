// attack: an exception that nobody sees but the tests says that it equals the one they expect
// chapter: 03-first-thread
// expect: NotAllowed a Equals of its own in Burnt
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action) => throw new Burnt();

    public static void RunBoth(Action first, Action second) => throw new Burnt();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new Burnt();

    public static T RunAndReturn<T>(Func<T> function) => throw new Burnt();
}

internal sealed class Burnt : Exception
{
    public override bool Equals(object? obj) => true;

    public override int GetHashCode() => 0;
}
