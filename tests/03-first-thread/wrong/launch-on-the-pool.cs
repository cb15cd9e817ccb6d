// wrong: the work goes to a thread of the pool, which is borrowed and not new
// fails: Every_launch_has_a_thread_of_its_own
// says: "a borrowed thread of the pool"

using System.Runtime.ExceptionServices;

namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        Thread? worker = null;
        var known = new ManualResetEventSlim();
        ThreadPool.QueueUserWorkItem(_ =>
        {
            worker = Thread.CurrentThread;
            known.Set();
            action();
        });
        known.Wait();
        return worker!;
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
