using System.Diagnostics;
using System.Globalization;
using Katas.Harness.Executors.Contract;

namespace Katas.Harness.Pools.Cluster;

/// <summary>Jobs that kill their worker, wait for a signal, or are as large as a cluster allows.</summary>
public static class FaultJobs
{
    private const string Running = "pid-";

    public static int Square(int number, CancellationToken cancellationToken) => number * number;

    public static string Letters(int count, CancellationToken cancellationToken) => new('x', count);

    public static int Length(string text, CancellationToken cancellationToken) => text.Length;

    public static string? ReadConsole(int number, CancellationToken cancellationToken) =>
        Console.In.ReadLine();

    /// <summary>Leaves a file with its process id, waits for the signal <c>open</c>, and returns that process's id.</summary>
    public static int Hold(Place place, CancellationToken cancellationToken)
    {
        Sign(place);
        Signals.Wait(place.Folder, "open", place.WaitLimit, CancellationToken.None);
        return Environment.ProcessId;
    }

    /// <summary>Leaves a file with its process id, and kills that process.</summary>
    public static int Kill(Place place, CancellationToken cancellationToken)
    {
        Sign(place);
        using var self = Process.GetCurrentProcess();
        self.Kill();
        // The signal takes a moment.
        Signals.Wait(place.Folder, "never", place.WaitLimit, CancellationToken.None);
        return place.Id;
    }

    /// <summary>The ids of the processes in which such jobs have run, in no order.</summary>
    public static IReadOnlyList<int> ProcessesIn(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, Running + "*")
                .Select(file =>
                    int.Parse(
                        Path.GetFileName(file).AsSpan(Running.Length),
                        CultureInfo.InvariantCulture
                    )
                ),
        ];

    private static void Sign(Place place) =>
        Signals.Set(
            place.Folder,
            string.Create(CultureInfo.InvariantCulture, $"{Running}{Environment.ProcessId}")
        );
}
