// wrong: each thread reads the loop variable when it runs, and the loop has moved on
// fails: ForEachThread_blocks_while_it_waits, ForEachThread_gives_every_item_to_the_action_once
// may fail: ForEachThread_runs_all_items_at_the_same_time, ForEachThread_gives_every_item_a_thread_of_its_own, ForEachThread_returns_only_when_the_last_has_ended, ForEachThread_may_be_called_by_its_own_action
// says: "ArgumentOutOfRangeException"

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
        var threads = new List<Thread>();
        for (var i = 0; i < items.Count; i++)
            threads.Add(Launch(() => action(items[i])));
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
