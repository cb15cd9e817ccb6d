// wrong: no more than 64 handles can be waited for at once
// fails: ForEachThread_runs_all_items_at_the_same_time
// says: "The number of WaitHandles must be less than or equal to 64"

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
        if (items.Count == 0)
            return;
        var ends = items
            .Select(item =>
            {
                var end = new ManualResetEvent(false);
                Launch(() =>
                {
                    action(item);
                    end.Set();
                });
                return (WaitHandle)end;
            })
            .ToArray();
        WaitHandle.WaitAll(ends);
    }

    public static T RunAndReturn<T>(Func<T> function)
    {
        var result = default(T)!;
        ExceptionDispatchInfo? failure = null;
        var thread = Launch(() =>
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
        thread.Join();
        failure?.Throw();
        return result;
    }
}
