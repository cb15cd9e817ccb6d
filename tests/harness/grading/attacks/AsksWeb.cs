// attack: asks somebody else for the answer
// chapter: 03-first-thread
// expect: NotAllowed System.Net.Http.HttpClient
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        _ = new HttpClient().GetStringAsync("http://127.0.0.1/").Result;
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
