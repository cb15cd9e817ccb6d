using System.Diagnostics;

namespace Katas.Harness.Engine.Host;

/// <summary>How a host ends: never by itself while the runner lives, and never later than the runner.</summary>
internal static class HostLifetime
{
    private static volatile Thread? s_testThread;

    /// <summary>The thread on which NUnit runs the present test.</summary>
    public static Thread? TestThread
    {
        set => s_testThread = value;
    }

    /// <summary>
    /// Reports <see cref="Environment.Exit"/> and then holds the process until the runner kills it: only as long as it lives can the
    /// processes it has started be found.
    /// </summary>
    public static void Install(MessageWriter messages) =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            messages.Write(new HostMessage.Exiting(Environment.ExitCode));
            new ManualResetEventSlim().Wait(TimeSpan.FromSeconds(10));
        };

    /// <summary>Waits on a thread of its own, which no test can take away, for the runner to ask or to be gone.</summary>
    public static void Listen(TextReader requests) =>
        new Thread(() => LeaveWithTheRunner(requests))
        {
            IsBackground = true,
            Name = "runner's requests",
        }.Start();

    private static void LeaveWithTheRunner(TextReader requests)
    {
        try
        {
            while (requests.ReadLine() is { } line)
            {
                // A thread that waits tells by the exception's stack trace where it did.
                if (line == HostRequest.WhereAreYou)
                    s_testThread?.Interrupt();
            }
        }
        catch (IOException)
        {
            // The runner was killed.
        }
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }
}
