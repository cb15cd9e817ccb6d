using System.Diagnostics;
using System.Globalization;

namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>One place in a crew: a worker process, and after its death the next.</summary>
internal sealed class SupervisedWorker
{
    /// <summary>What a worker says when it takes jobs.</summary>
    public const string ReadyMark = "is ready";

    /// <summary>What tells a worker to end the job in hand and to leave.</summary>
    public const string LeaveWord = "leave";

    private readonly ClusterOptions _options;
    private readonly Action<string> _log;
    private readonly TaskCompletionSource _ready = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly Lock _gate = new();
    private Process? _process;
    private bool _leaving;

    public SupervisedWorker(ClusterOptions options, Action<string> log)
    {
        _options = options;
        _log = log;
        Ended = Task.Run(Live);
    }

    /// <summary>Completes when the first worker in this place takes jobs, or cannot.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Completes when nobody is in this place any more.</summary>
    public Task Ended { get; }

    public int? ProcessId
    {
        get
        {
            lock (_gate)
                return _process?.Id;
        }
    }

    public async Task Leave()
    {
        lock (_gate)
        {
            _leaving = true;
            Tell(_process);
        }
        await Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Live()
    {
        try
        {
            while (Begin() is { } process)
            {
                using (process)
                {
                    var (wasReady, lastWords) = await Listen(process).ConfigureAwait(false);
                    await process.WaitForExitAsync().ConfigureAwait(false);
                    if (!End())
                        break;
                    if (!wasReady)
                        throw new WorkerStartException(process.ExitCode, lastWords);
                    _log(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"worker {process.Id} ended with exit code {process.ExitCode}; another takes its place."
                        )
                    );
                }
            }
        }
        catch (Exception e)
        {
            _ready.TrySetException(e);
            throw;
        }
    }

    private Process? Begin()
    {
        lock (_gate)
            return _leaving ? null : _process = WorkerProgram.Start(_options);
    }

    /// <summary>The worker is gone; <see langword="true"/> when another is to take its place.</summary>
    private bool End()
    {
        lock (_gate)
        {
            _process = null;
            return !_leaving;
        }
    }

    private async Task<(bool WasReady, string OutputTail)> Listen(Process process)
    {
        var wasReady = false;
        var lastWords = "(none)";
        while (await process.StandardError.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            lastWords = line;
            _log(line);
            if (line.Contains(ReadyMark, StringComparison.Ordinal))
            {
                wasReady = true;
                _ready.TrySetResult();
            }
        }
        return (wasReady, lastWords);
    }

    private static void Tell(Process? process)
    {
        try
        {
            process?.StandardInput.WriteLine(LeaveWord);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // It has left already.
        }
    }
}
