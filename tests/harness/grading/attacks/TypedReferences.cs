// attack: uses references that carry their type
// chapter: 03-first-thread
// expect: NotAllowed System.TypedReference
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        var number = 1;
        var reference = __makeref(number);
        __refvalue(reference, int) = 2;
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
