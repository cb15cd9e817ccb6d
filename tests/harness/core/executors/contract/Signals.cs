using System.Diagnostics;

namespace Katas.Harness.Executors.Contract;

/// <summary>Signals between a test and its jobs, wherever these run: each is a file in a folder that both can see.</summary>
public static class Signals
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(2);

    public static void Set(string folder, string signal) =>
        File.Create(Path.Combine(folder, signal)).Dispose();

    public static bool IsSet(string folder, string signal) =>
        File.Exists(Path.Combine(folder, signal));

    /// <summary>How many signals begin with these letters.</summary>
    public static int Count(string folder, string prefix) =>
        Directory.EnumerateFiles(folder, prefix + "*").Count();

    /// <summary>Watches for signals that should not come; returns how many there are as soon as there are so many, or after a while.</summary>
    public static int WatchFor(string folder, string prefix, int tooMany, TimeSpan watch)
    {
        var start = Stopwatch.GetTimestamp();
        while (Count(folder, prefix) < tooMany && Stopwatch.GetElapsedTime(start) < watch)
            CancellationToken.None.WaitHandle.WaitOne(PollInterval);
        return Count(folder, prefix);
    }

    /// <summary>Waits for a signal; throws when it does not come.</summary>
    public static void Wait(
        string folder,
        string signal,
        TimeSpan waitLimit,
        CancellationToken cancellationToken = default
    ) =>
        WaitUntil(
            () => IsSet(folder, signal),
            $"the signal '{signal}'",
            waitLimit,
            cancellationToken
        );

    /// <summary>Waits until a condition holds; throws when it does not.</summary>
    public static void WaitUntil(
        Func<bool> condition,
        string what,
        TimeSpan waitLimit,
        CancellationToken cancellationToken = default
    )
    {
        var start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(start) > waitLimit)
                throw new TimeoutException($"Waited {waitLimit.TotalSeconds} s for {what}.");
            if (cancellationToken.WaitHandle.WaitOne(PollInterval))
                throw new OperationCanceledException(cancellationToken);
        }
    }
}
