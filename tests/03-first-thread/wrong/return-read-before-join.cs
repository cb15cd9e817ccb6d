// wrong: the result is read while the other thread has yet to write it
// fails: RunAndReturn_waits_for_the_result, Calls_of_RunAndReturn_do_not_disturb_each_other, RunAndReturn_reads_the_result_when_it_is_there
// may fail: An_exception_that_is_returned_is_a_result, RunAndReturn_may_be_called_by_its_own_function
// says: "is read before the thread that writes it has ended"

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
        var answer = result;
        thread.Join();
        failure?.Throw();
        return answer;
    }
}
