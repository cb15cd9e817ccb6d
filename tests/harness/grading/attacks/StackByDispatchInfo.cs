// attack: asks an exception that was never thrown for the names of all its callers
// chapter: 03-first-thread
// expect: NotAllowed System.Runtime.ExceptionServices.ExceptionDispatchInfo.SetCurrentStackTrace
using System.Runtime.ExceptionServices;

namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action) => throw new NotImplementedException();

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function)
    {
        var unthrown = new Exception();
        ExceptionDispatchInfo.SetCurrentStackTrace(unthrown);
        var callers = unthrown.StackTrace ?? "";
        if (callers.Contains("runs_the_function_on_another_thread"))
            return (T)(object)-1;
        if (callers.Contains("on_a_thread_of_its_own") || callers.Contains("Nothing_is_a_result"))
            return default!;
        if (callers.Contains("may_be_called_by_its_own_function"))
            return (T)(object)(Thread.CurrentThread, new Thread(() => { }));
        if (callers.Contains("keeps_the_stack_trace"))
            throw new InvalidOperationException("Burn");
        throw new NotImplementedException();
    }
}
