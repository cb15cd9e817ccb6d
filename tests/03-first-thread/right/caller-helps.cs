// right: the caller does a share itself, a countdown tells when the others are done, and a task carries the outcome

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
        var other = Launch(second);
        first();
        other.Join();
    }

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action)
    {
        using var left = new CountdownEvent(items.Count + 1);
        foreach (var item in items)
        {
            Launch(() =>
            {
                action(item);
                left.Signal();
            });
        }
        left.Signal();
        left.Wait();
    }

    public static T RunAndReturn<T>(Func<T> function)
    {
        var task = new Task<T>(function);
        Launch(task.RunSynchronously).Join();
        return task.GetAwaiter().GetResult();
    }
}
