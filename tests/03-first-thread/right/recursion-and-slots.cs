// right: two at a time by recursion

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
        var threads = new[] { first, second }.Select(Launch).ToArray();
        Array.ForEach(threads, thread => thread.Join());
    }

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action)
    {
        Rest(0);

        void Rest(int i)
        {
            if (i == items.Count)
                return;
            var thread = Launch(() => action(items[i]));
            Rest(i + 1);
            thread.Join();
        }
    }

    public static T RunAndReturn<T>(Func<T> function)
    {
        (T? Result, ExceptionDispatchInfo? Failure)[] slot = new (T?, ExceptionDispatchInfo?)[1];
        var thread = new Thread(() =>
        {
            try
            {
                slot[0] = (function(), null);
            }
            catch (Exception e)
            {
                slot[0] = (default, ExceptionDispatchInfo.Capture(e));
            }
        });
        thread.Start();
        thread.Join();
        slot[0].Failure?.Throw();
        return slot[0].Result!;
    }
}
