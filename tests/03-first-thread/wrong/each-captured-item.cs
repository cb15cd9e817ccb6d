// wrong: the threads share one variable, and all find the last item in it
// fails: ForEachThread_gives_every_item_to_the_action_once, ForEachThread_returns_only_when_the_last_has_ended
// says: "Look at which variable each lambda reads"

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
        T current = default!;
        foreach (var item in items)
        {
            current = item;
            threads.Add(new Thread(() => action(current)));
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
