// right: one slot for each item instead of variables of the caller, as where threads hand back many results

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
        Thread[] threads = [new(() => first()), new(() => second())];
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
    }

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action)
    {
        var threads = new Thread[items.Count];
        for (var i = 0; i < items.Count; i++)
        {
            var mine = i;
            threads[mine] = new Thread(() => action(items[mine]));
        }
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
    }

    public static T RunAndReturn<T>(Func<T> function)
    {
        var result = default(T)!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
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
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }
}
