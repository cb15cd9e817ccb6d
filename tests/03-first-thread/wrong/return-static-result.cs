// wrong: two calls share the static field that holds the result
// fails: Calls_of_RunAndReturn_do_not_disturb_each_other
// says: "Two calls at the same time should each get the result of their own fun"

using System.Runtime.ExceptionServices;

namespace Katas.FirstThread;

public static class Threads
{
    private static object? s_result;

    public static Thread Launch(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        return thread;
    }

    public static void RunBoth(Action first, Action second)
    {
        var one = Launch(first);
        var other = Launch(second);
        one.Join();
        other.Join();
    }

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action)
    {
        var threads = items.Select(item => Launch(() => action(item))).ToList();
        foreach (var thread in threads)
            thread.Join();
    }

    public static T RunAndReturn<T>(Func<T> function)
    {
        var result = default(T)!;
        ExceptionDispatchInfo? failure = null;
        var thread = Launch(() =>
        {
            try
            {
                s_result = function();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        });
        thread.Join();
        failure?.Throw();
        return (T)s_result!;
    }
}
