// attack: steers a terminal and the platform that reads the log
// chapter: 03-first-thread
// expect: Red
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        throw new InvalidOperationException(
            "\u001b[2J\n::set-output name=grade::100\n##vso[task.complete result=Succeeded]\n\u202E\0"
        );
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
