using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Katas.Harness.Engine.Host;

/// <summary>How a host ends: never on its own while the engine lives, and never later than the engine.</summary>
internal static class HostLifetime
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly ManualResetEventSlim GoesOn = new();
    private static volatile Thread? s_testThread;

    /// <summary>The thread on which NUnit runs the present test.</summary>
    public static Thread? TestThread
    {
        set => s_testThread = value;
    }

    /// <summary>
    /// Reports <see cref="Environment.Exit"/> and then holds the process until the engine kills it: only as long as it lives can the
    /// processes it has started be found.
    /// </summary>
    public static void ReportExits(MessageWriter messages) =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            messages.Write(new HostMessage.Exiting(Environment.ExitCode));
            new ManualResetEventSlim().Wait(TimeSpan.FromSeconds(10));
        };

    /// <summary>Reads on a thread of its own, which no test can take away, until the engine is gone, and then ends this process.</summary>
    /// <returns>The requests, as they come.</returns>
    public static BlockingCollection<HostRequest> ReadRequests(Stream stream)
    {
        var requests = new BlockingCollection<HostRequest>();
        new Thread(() => Read(new StreamReader(stream), requests))
        {
            IsBackground = true,
            Name = "requests",
        }.Start();
        return requests;
    }

    /// <summary>Waits until a debugger is attached, which nothing but asking tells, or until the engine lets the tests begin without one.</summary>
    public static void WaitForDebugger()
    {
        while (!Debugger.IsAttached && !GoesOn.Wait(BetweenLooks)) { }
    }

    private static void Read(StreamReader lines, BlockingCollection<HostRequest> requests)
    {
        try
        {
            while (lines.ReadLine() is { } line)
            {
                // A thread that waits tells by the exception's stack trace where it did.
                if (line == HostRequest.WhereAreYou)
                    s_testThread?.Interrupt();
                else if (line == HostRequest.GoOn)
                    GoesOn.Set();
                else
                    requests.Add(JsonSerializer.Deserialize<HostRequest>(line)!);
            }
        }
        catch (IOException)
        {
            // The engine was killed.
        }
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }
}
