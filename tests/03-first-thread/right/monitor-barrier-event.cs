// right: pulse under a lock

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
        var gate = new object();
        var left = 2;
        Launch(() => Run(first));
        Launch(() => Run(second));
        lock (gate)
        {
            while (left > 0)
                Monitor.Wait(gate);
        }

        void Run(Action action)
        {
            action();
            lock (gate)
            {
                left--;
                Monitor.PulseAll(gate);
            }
        }
    }

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action)
    {
        using var left = new Barrier(items.Count + 1);
        foreach (var item in items)
            Launch(() =>
            {
                action(item);
                left.SignalAndWait();
            });
        left.SignalAndWait();
    }

    public static T RunAndReturn<T>(Func<T> function)
    {
        using var done = new ManualResetEventSlim();
        var result = default(T)!;
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
            finally
            {
                done.Set();
            }
        });
        done.Wait();
        failure?.Throw();
        return result;
    }
}
