// attack: overflows the stack when the guard asks what has happened
// chapter: 03-first-thread
// expect: Red
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        new Thread(() => throw new Deep()).Start();
        Thread.Sleep(Timeout.Infinite);
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}

internal sealed class Deep : Exception
{
    public override string Message => $"{this}";

    public override string ToString() => Message + base.StackTrace;

    public override Exception GetBaseException() => new Deep().GetBaseException();
}
