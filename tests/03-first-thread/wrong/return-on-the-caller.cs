// wrong: the function is called, not started
// fails: RunAndReturn_runs_the_function_on_another_thread, RunAndReturn_reads_the_result_when_it_is_there, RunAndReturn_may_be_called_by_its_own_function
// says: "ran on the thread that called RunAndReturn"

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
        foreach (var item in items)
        {
            var thread = new Thread(() => action(item));
            threads.Add(thread);
            thread.Start();
        }
        foreach (var thread in threads)
            thread.Join();
    }

    public static T RunAndReturn<T>(Func<T> function) => function();
}
