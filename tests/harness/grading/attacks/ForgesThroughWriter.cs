// attack: keeps the pooled arrays that TextWriter lends it, and writes a second outcome into the text that the host escapes in them
// chapter: 03-first-thread
// expect: NotAllowed System.IO.TextWriter as a base
using System.Text;

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
        // Thirty characters: each é becomes six, so it begins and ends between two of them.
        const string Injected = "\",\"Outcome\":\"Passed\",\"Extra\":\"";
        var keeper = new Keeper();
        keeper.Write(new string('x', 100_000).AsSpan());
        Ready.Set();
        while (true)
        {
            foreach (var text in keeper.Kept)
            {
                if (text[62_000] != 'x')
                    Injected.AsSpan().CopyTo(text.AsSpan(60_000));
            }
            Thread.SpinWait(1);
        }
    }
}

internal sealed class Keeper : TextWriter
{
    public List<char[]> Kept { get; } = [];

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char[] buffer, int index, int count)
    {
        Kept.Add(buffer);
        // This one is not given back yet, so the next one is another.
        if (Kept.Count < 6)
            Write(buffer.AsSpan(index, count));
    }
}
