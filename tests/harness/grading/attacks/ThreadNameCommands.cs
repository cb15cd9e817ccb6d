// attack: gives commands by the name of a thread that dies
// chapter: 03-first-thread
// expect: Red
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        new Thread(() => throw new InvalidOperationException("burnt"))
        {
            Name = "\u001b]0;passed\a\n::error file=LaunchTests.cs::passed\n##[error]passed",
        }.Start();
        Thread.Sleep(200);
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
