// wrong: the exception comes inside another one, which nobody catches
// fails: RunAndReturn_throws_the_very_exception_of_the_function
// says: "Code that catches the one it knows would miss it"

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
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = function();
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        if (failure is not null)
            throw new AggregateException(failure);
        return result;
    }
}
