// wrong: the thread that is given back only starts the one that does the work
// fails: Launch_returns_the_thread_that_runs_the_action
// says: "joining it would wait for the wrong one"

using System.Runtime.ExceptionServices;

namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        var thread = new Thread(() =>
        {
            var worker = new Thread(() => action());
            worker.Start();
            worker.Join();
        });
        thread.Start();
        return thread;
    }

    public static void RunBoth(Action first, Action second)
    {
        var one = new Thread(() => first());
        var other = new Thread(() => second());
        one.Start();
        other.Start();
        one.Join();
        other.Join();
    }

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action)
    {
        var threads = new List<Thread>();
        foreach (var item in items)
        {
            var thread = new Thread(() => action(item));
            threads.Add(thread);
            thread.Start();
        }
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
