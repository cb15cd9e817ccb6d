// attack: ends the process by a check for debugging, with last words for the log
// chapter: 03-first-thread
// expect: Red
#define DEBUG
using System.Diagnostics;

namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        Debug.Fail(
            "\u001b[2J\n::error::passed\n##vso[task.complete]\n" + new string('x', 5_000_000)
        );
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
