// attack: makes up where it failed
// chapter: 03-first-thread
// expect: Red
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        throw new Burnt();
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}

internal sealed class Burnt : Exception
{
    // The words of a stub, so that the place is taken from the stack.
    public override string Message => "System.NotImplementedException";

    public override string? StackTrace =>
        "   at Threads.Launch(Action) in /\n::error::passed\n##vso[task.complete result=Succeeded].cs:line 7\n"
        + "   at Threads.Launch(Action) in /workbook/solutions/03-first-thread/Threads.cs:line 20\n"
        + base.StackTrace;
}
