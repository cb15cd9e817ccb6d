// wrong: RunBoth leaves it to Parallel.Invoke, which runs the actions one after the other when the thread pool has no thread to spare
// fails: RunBoth_runs_the_two_at_the_same_time
// says: "a thread of the runtime's pool"
using System.Runtime.ExceptionServices;

namespace Katas.FirstThread;

/// <summary>Work on threads of its own: starting, joining, and getting something back.</summary>
public static class Threads
{
    public static Thread Launch(Action action)
    {
        Thread thread = new(() => action());
        thread.Start();
        return thread;
    }

    public static void RunBoth(Action first, Action second) => Parallel.Invoke(first, second);

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action)
    {
        List<Thread> threads = [];
        foreach (var item in items)
        {
            Thread thread = new(() => action(item));
            thread.Start();
            threads.Add(thread);
        }

        foreach (var thread in threads)
            thread.Join();
    }

    public static T RunAndReturn<T>(Func<T> function)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        Thread thread = new(() =>
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
