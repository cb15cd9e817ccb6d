// attack: guesses what the test expects from the type of the result
// chapter: 03-first-thread
// expect: Red
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action) => throw new NotImplementedException();

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    // Never runs the function: 42 is another number than that of the caller's thread, and false is not borrowed.
    public static T RunAndReturn<T>(Func<T> function) =>
        typeof(T) == typeof(int) ? (T)(object)42 : default!;
}
