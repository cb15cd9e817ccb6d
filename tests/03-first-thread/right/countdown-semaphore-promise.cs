// right: a countdown and an event instead of joins

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
        using var left = new CountdownEvent(2);
        Launch(() =>
        {
            first();
            left.Signal();
        });
        Launch(() =>
        {
            second();
            left.Signal();
        });
        left.Wait();
    }

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action)
    {
        using var done = new SemaphoreSlim(0);
        foreach (var item in items)
            new Thread(state =>
            {
                action((T)state!);
                done.Release();
            }).Start(item);
        for (var i = 0; i < items.Count; i++)
            done.Wait();
    }

    public static T RunAndReturn<T>(Func<T> function)
    {
        var outcome = new TaskCompletionSource<T>();
        Launch(() =>
        {
            try
            {
                outcome.SetResult(function());
            }
            catch (Exception e)
            {
                outcome.SetException(e);
            }
        });
        return outcome.Task.GetAwaiter().GetResult();
    }
}
