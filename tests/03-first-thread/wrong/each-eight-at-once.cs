// wrong: at most eight threads are under way
// fails: ForEachThread_runs_all_items_at_the_same_time
// says: "8 of 70 came"

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
        using var room = new SemaphoreSlim(8);
        var threads = new List<Thread>();
        foreach (var item in items)
        {
            room.Wait();
            threads.Add(
                Launch(() =>
                {
                    action(item);
                    room.Release();
                })
            );
        }
        threads.ForEach(thread => thread.Join());
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
