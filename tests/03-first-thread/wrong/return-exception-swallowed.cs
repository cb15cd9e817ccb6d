// wrong: the exception is caught and forgotten
// fails: RunAndReturn_throws_the_very_exception_of_the_function, RunAndReturn_keeps_the_stack_trace_of_the_exception, The_failure_of_one_call_is_not_that_of_another
// says: "The caller did not get the exception that the function threw"

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

    public static T RunAndReturn<T>(Func<T> function)
    {
        var result = default(T)!;
        var thread = new Thread(() =>
        {
            try
            {
                result = function();
            }
            catch (Exception e)
            {
                Console.WriteLine(e.Message);
            }
        });
        thread.Start();
        thread.Join();
        return result;
    }
}
