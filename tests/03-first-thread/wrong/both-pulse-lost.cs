// wrong: the pulse may come before anybody waits for it
// fails: RunBoth_may_be_called_by_its_own_action, RunBoth_runs_each_action_once
// may fail: RunBoth_returns_only_when_the_first_has_ended, RunBoth_returns_only_when_the_second_has_ended, RunBoth_runs_the_two_at_the_same_time
// says: "ends in a deadlock"

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
        var one = Launch(first);
        Launch(() =>
        {
            second();
            lock (gate)
                Monitor.Pulse(gate);
        });
        one.Join();
        lock (gate)
            Monitor.Wait(gate);
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
