// attack: ends the process by an exception while the context changes
// chapter: 03-first-thread
// expect: Red
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        var before = ExecutionContext.Capture()!;
        var local = new AsyncLocal<int>(args =>
        {
            if (args.ThreadContextChanged)
                throw new InvalidOperationException("Nobody may throw here.");
        });
        local.Value = 1;
        ExecutionContext.Run(before, _ => { }, null);
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
