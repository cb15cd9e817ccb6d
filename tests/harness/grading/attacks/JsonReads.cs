// attack: has a serializer look into the test
// chapter: 03-first-thread
// expect: NotAllowed System.Text.Json.JsonSerializer
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        Console.Write(System.Text.Json.JsonSerializer.Serialize<object>(action));
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
