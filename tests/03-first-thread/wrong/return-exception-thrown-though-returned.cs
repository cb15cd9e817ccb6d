// wrong: keeps result and exception in one variable, and throws an exception that the function returned
// fails: An_exception_that_is_returned_is_a_result
// says: "it returned it"
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
        foreach (var item in items)
            threads.Add(Launch(() => action(item)));
        foreach (var thread in threads)
            thread.Join();
    }

    public static T RunAndReturn<T>(Func<T> function)
    {
        object? outcome = null;
        var thread = Launch(() =>
        {
            try
            {
                outcome = function();
            }
            catch (Exception e)
            {
                outcome = e;
            }
        });
        thread.Join();
        if (outcome is Exception failure)
            ExceptionDispatchInfo.Throw(failure);
        return (T)outcome!;
    }
}
