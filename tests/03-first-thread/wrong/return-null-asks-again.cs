// wrong: a result that is null is taken for none, and the function is asked once more on the caller
// fails: RunAndReturn_runs_the_function_once
// says: "asks again"

using System.Runtime.ExceptionServices;

namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        Thread thread = new(() => action());
        thread.Start();
        return thread;
    }

    public static void RunBoth(Action first, Action second)
    {
        var one = Launch(first);
        var two = Launch(second);
        one.Join();
        two.Join();
    }

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action)
    {
        List<Thread> threads = [];
        foreach (var item in items)
            threads.Add(Launch(() => action(item)));
        foreach (var thread in threads)
            thread.Join();
    }

    public static T RunAndReturn<T>(Func<T> function)
    {
        T result = default!;
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
            })
            .Join();
        failure?.Throw();
        return result is null ? function() : result;
    }
}
