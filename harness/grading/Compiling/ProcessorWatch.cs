namespace Katas.Harness.Grading.Compiling;

/// <summary>Ends this process when one task takes more processor time than it may: a compiler that is deep in something cannot be asked to stop.</summary>
/// <param name="exceeded">Called before the process ends.</param>
internal sealed class ProcessorWatch(Action exceeded) : IDisposable
{
    /// <summary>The exit code, for who looks at it; the message has gone before.</summary>
    private const int ExitCode = 3;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly ManualResetEventSlim _stopped = new();

    /// <summary>Watches until it is disposed of.</summary>
    /// <param name="limit">The processor time from now on.</param>
    public void Start(TimeSpan limit)
    {
        var end = Environment.CpuUsage.TotalTime + limit;
        new Thread(() =>
        {
            while (!_stopped.Wait(Interval))
            {
                if (Environment.CpuUsage.TotalTime < end)
                    continue;
                exceeded();
                Environment.Exit(ExitCode);
            }
        })
        {
            IsBackground = true,
            Name = "processor watch",
        }.Start();
    }

    public void Dispose() => _stopped.Set();
}
