// wrong: all calls share one thread, so a function that calls RunAndReturn itself waits for itself
// fails: RunAndReturn_may_be_called_by_its_own_function
// may fail: RunAndReturn_runs_the_function_on_a_thread_of_its_own, RunAndReturn_runs_the_function_on_another_thread
// may fail: RunAndReturn_runs_the_function_once, RunAndReturn_throws_the_very_exception_of_the_function, RunAndReturn_waits_for_the_result
// may fail: RunAndReturn_keeps_the_stack_trace_of_the_exception, Nothing_is_a_result_like_any_other, An_exception_that_is_returned_is_a_result
// says: "its function calls RunAndReturn itself"

using System.Collections.Concurrent;

namespace Katas.FirstThread;

public static class Threads
{
    private static readonly BlockingCollection<Action> s_work = [];

    static Threads()
    {
        Thread worker = new(() =>
        {
            foreach (var work in s_work.GetConsumingEnumerable())
                work();
        })
        {
            IsBackground = true,
        };
        worker.Start();
    }

    public static Thread Launch(Action action)
    {
        Thread thread = new(() => action());
        thread.Start();
        return thread;
    }

    public static void RunBoth(Action first, Action second)
    {
        var one = Launch(first);
        var two = Launch(second);
        one.Join();
        two.Join();
    }

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action)
    {
        List<Thread> threads = [];
        foreach (var item in items)
            threads.Add(Launch(() => action(item)));
        foreach (var thread in threads)
            thread.Join();
    }

    public static T RunAndReturn<T>(Func<T> function)
    {
        TaskCompletionSource<T> outcome = new();
        s_work.Add(() =>
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
