// attack: keeps arrays that it gave back to the shared pool, and rewrites the verdict that the host puts into them
// chapter: 03-first-thread
// expect: NotAllowed System.Buffers.ArrayPool
using System.Buffers;

namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action) => throw Failed();

    public static void RunBoth(Action first, Action second) => throw Failed();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) => throw Failed();

    public static T RunAndReturn<T>(Func<T> function) => throw Failed();

    private static NotImplementedException Failed()
    {
        Forger.Start();
        // Makes the verdict so long that the host needs a larger buffer for it.
        Console.Write(new string('é', 20_000));
        return new();
    }
}

internal static class Forger
{
    private static readonly ManualResetEventSlim Ready = new();
    private static int s_started;

    public static void Start()
    {
        // The explorer's threads have no name.
        if (Thread.CurrentThread.Name is null || Interlocked.Exchange(ref s_started, 1) == 1)
            return;
        new Thread(Watch) { IsBackground = true }.Start();
        Ready.Wait();
    }

    private static void Watch()
    {
        var kept = new List<byte[]>();
        for (var size = 32 * 1024; size <= 2 * 1024 * 1024; size *= 2)
        {
            for (var i = 0; i < 4; i++)
            {
                var bytes = new byte[size];
                kept.Add(bytes);
                ArrayPool<byte>.Shared.Return(bytes);
            }
        }
        Ready.Set();
        while (true)
        {
            foreach (var bytes in kept)
            {
                var start = bytes.AsSpan(0, 2000);
                var at = start.IndexOf("\"Outcome\":\"Failed\""u8);
                if (at >= 0)
                    "\"Outcome\":\"Passed\""u8.CopyTo(start[at..]);
            }
        }
    }
}
