// attack: sends the tests home
// chapter: 03-first-thread
// expect: NotAllowed System.Net.Sockets.TcpClient
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        _ = new System.Net.Sockets.TcpClient("127.0.0.1", 80);
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
