using System.Collections;
using System.Globalization;

namespace Katas.Harness.Engine.Host;

/// <summary>
/// What one run could change for the next in the same process: settings, threads, work in the thread pool, child processes. A process in which
/// any of it is left is not used again.
/// </summary>
internal sealed class ProcessState
{
    /// <summary>On a busy machine a thread that is about to end takes a while for it; starting another process takes longer.</summary>
    private const int MostLooks = 50;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(4);

    private const string PoolThread = ".NET TP Worker";

    /// <summary>The runtime's own threads, by the names that Linux shows: 15 characters at most.</summary>
    private static readonly string[] RuntimeThreads =
    [
        ".NET DebugPipe",
        ".NET Debugger",
        ".NET EventPipe",
        ".NET Finalizer",
        ".NET SigHandler",
        ".NET Sockets",
        ".NET SynchManag",
        ".NET Tiered Com",
        ".NET Timer",
        ".NET TP Gate",
        ".NET TP Wait", // stays for a while when the end of a process was awaited
    ];

    private readonly Dictionary<string, string> _variables = Variables();
    private readonly Dictionary<string, int> _threads = Threads();
    private readonly string _settings = Settings();
    private readonly TextWriter _output = Console.Out;
    private readonly TextWriter _errors = Console.Error;

    /// <summary>What has changed since this was made, in a few words, or <see langword="null"/>. What is just ending is given a moment.</summary>
    /// <param name="intended">The environment variables that were set on purpose.</param>
    public string? ChangedBy(IEnumerable<string> intended)
    {
        if (!OperatingSystem.IsLinux())
            return "unknown: threads and child processes are listed on Linux only";
        using var moment = new ManualResetEventSlim();
        var changed = Changed(intended);
        for (var again = 0; changed is not null && again < MostLooks; again++)
        {
            moment.Wait(BetweenLooks);
            changed = Changed(intended);
        }
        return changed;
    }

    private string? Changed(IEnumerable<string> intended)
    {
        if (BusyPoolThreads() > 0 || ThreadPool.PendingWorkItemCount > 0)
            return "work in the thread pool";
        if (Threads().FirstOrDefault(IsForeign) is { Key: { } name })
            return $"a thread '{name}'";
        // After the threads: one that ends hands its child processes to another, which may have been looked at before.
        if (Children())
            return "a child process";
        if (Settings() != _settings)
            return "a setting of the process";
        if (_output != Console.Out || _errors != Console.Error)
            return "another console";
        return Variables()
            .Except(_variables)
            .Concat(_variables.Except(Variables()))
            .Any(variable => !intended.Contains(variable.Key))
            ? "an environment variable"
            : null;
    }

    private bool IsForeign(KeyValuePair<string, int> threads) =>
        threads.Key == PoolThread
            ? threads.Value > ThreadPool.ThreadCount
            : !RuntimeThreads.Contains(threads.Key)
                && threads.Value > _threads.GetValueOrDefault(threads.Key);

    private static int BusyPoolThreads()
    {
        ThreadPool.GetMaxThreads(out var all, out _);
        ThreadPool.GetAvailableThreads(out var idle, out _);
        return all - idle;
    }

    private static string Settings()
    {
        ThreadPool.GetMinThreads(out var least, out var leastPorts);
        ThreadPool.GetMaxThreads(out var most, out var mostPorts);
        return string.Join(
            ' ',
            least,
            leastPorts,
            most,
            mostPorts,
            CultureInfo.DefaultThreadCurrentCulture?.Name,
            CultureInfo.DefaultThreadCurrentUICulture?.Name,
            System.Runtime.GCSettings.LatencyMode
        );
    }

    private static Dictionary<string, string> Variables() =>
        Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(
                variable => (string)variable.Key,
                variable => (string?)variable.Value ?? "",
                StringComparer.Ordinal
            );

    /// <summary>How many threads of each name there are.</summary>
    private static Dictionary<string, int> Threads() =>
        Tasks("comm")
            .GroupBy(name => name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private static bool Children() => Tasks("children").Any(list => list.Length > 0);

    /// <summary>One file of each thread; a thread may be gone before its file is read.</summary>
    private static List<string> Tasks(string file)
    {
        var texts = new List<string>();
        if (!OperatingSystem.IsLinux())
            return texts;
        foreach (var task in Directory.EnumerateDirectories("/proc/self/task"))
        {
            try
            {
                texts.Add(File.ReadAllText(Path.Combine(task, file)).Trim());
            }
            catch (IOException) { }
        }
        return texts;
    }
}
