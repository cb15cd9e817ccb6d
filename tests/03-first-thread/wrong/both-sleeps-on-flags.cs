// wrong: the caller sleeps and looks, until two flags are set
// fails: RunBoth_blocks_while_the_first_action_runs, RunBoth_blocks_while_the_second_action_runs
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
        bool a = false,
            b = false;
        Launch(() =>
        {
            first();
            Volatile.Write(ref a, true);
        });
        Launch(() =>
        {
            second();
            Volatile.Write(ref b, true);
        });
        while (!Volatile.Read(ref a) || !Volatile.Read(ref b))
            Thread.Sleep(5);
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
