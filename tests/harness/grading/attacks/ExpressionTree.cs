// attack: compiles code at run time
// chapter: 03-first-thread
// expect: NotAllowed System.Linq.Expressions.Expression
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        System.Linq.Expressions.Expression<Func<int>> one = () => 1;
        _ = one.Compile()();
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
