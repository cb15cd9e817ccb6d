// wrong: the caller looks until there is something, and null is nothing
// fails: Nothing_is_a_result_like_any_other, RunAndReturn_blocks_while_the_function_runs, RunAndReturn_runs_the_function_once
// says: "That costs a core, or wakes the thread for nothing"

using System.Runtime.ExceptionServices;

namespace Katas.FirstThread;

public static class Threads
{
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
        object? result = null;
        ExceptionDispatchInfo? failure = null;
        Launch(() =>
        {
            try
            {
                result = function();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        });
        while (result is null && failure is null)
            Thread.Sleep(1);
        failure?.Throw();
        return (T)result!;
    }
}
