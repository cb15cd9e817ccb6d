// right: named background threads, started from an array and joined in the reverse order; a promise carries the outcome

namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        var thread = new Thread(action.Invoke) { IsBackground = true, Name = "cook" };
        thread.Start();
        return thread;
    }

    public static void RunBoth(Action first, Action second) =>
        ForEachThread([first, second], action => action());

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action)
    {
        var threads = items.Select(item => Launch(() => action(item))).ToArray();
        Array.Reverse(threads);
        Array.ForEach(threads, thread => thread.Join());
    }

    public static T RunAndReturn<T>(Func<T> function)
    {
        var promise = new TaskCompletionSource<T>();
        Launch(() =>
        {
            try
            {
                promise.SetResult(function());
            }
            catch (Exception e)
            {
                promise.SetException(e);
            }
        });
        return promise.Task.GetAwaiter().GetResult();
    }
}
