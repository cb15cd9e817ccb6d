using System.Diagnostics;
using System.Globalization;
using Katas.Harness.Machines;

namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>One worker of a supervisor: a process and, when that ends, the next.</summary>
internal sealed class SupervisedWorker
{
    private readonly Func<ProcessStartInfo> _program;
    private readonly Action<string> _log;
    private readonly TaskCompletionSource _ready = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly Lock _gate = new();
    private Process? _process;
    private bool _isStopping;

    /// <param name="program">How to start the process.</param>
    /// <param name="log">Called with each line that the process writes for people.</param>
    public SupervisedWorker(Func<ProcessStartInfo> program, Action<string> log)
    {
        _program = program;
        _log = log;
        Ended = Task.Run(Supervise);
    }

    /// <summary>Completes when the first process takes jobs, or cannot.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Completes when there is no process and there will be none; with the reason, when that is not because of <see cref="Stop"/>.</summary>
    public Task Ended { get; }

    /// <summary>The id of the process; <see langword="null"/> between two, and after the last.</summary>
    public int? ProcessId
    {
        get
        {
            lock (_gate)
                return _process?.Id;
        }
    }

    /// <summary>Asks the process to end the job in hand and to exit, and waits until it has.</summary>
    public async Task Stop()
    {
        lock (_gate)
        {
            _isStopping = true;
            Send(_process, WorkerMessage.Stop);
        }
        // Whoever wants to know why it ended has Ended itself.
        await Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Supervise()
    {
        try
        {
            while (TryStart() is { } process)
            {
                using (process)
                {
                    var (wasReady, lastLine) = await ReadErrors(process).ConfigureAwait(false);
                    await process.WaitForExitAsync().ConfigureAwait(false);
                    if (!NoteExit())
                        break;
                    if (!wasReady)
                        throw new WorkerStartException(process.ExitCode, lastLine);
                    _log(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"worker {process.Id} ended with exit code {process.ExitCode}; another takes its place."
                        )
                    );
                }
            }
            _ready.TrySetCanceled();
        }
        catch (Exception e)
        {
            _ready.TrySetException(e);
            throw;
        }
    }

    private Process? TryStart()
    {
        lock (_gate)
            return _isStopping ? null : _process = Start();
    }

    private Process Start()
    {
        var start = _program();
        start.RedirectStandardInput = true;
        start.RedirectStandardError = true;
        DotnetHost.DisableDiagnostics(start);
        return Process.Start(start)!;
    }

    /// <summary>Under the lock, so that nobody sends to a process that is disposed of.</summary>
    /// <returns>Whether another process is to take its place.</returns>
    private bool NoteExit()
    {
        lock (_gate)
        {
            _process = null;
            return !_isStopping;
        }
    }

    private async Task<(bool WasReady, string LastLine)> ReadErrors(Process process)
    {
        var wasReady = false;
        var lastLine = "(none)";
        while (await process.StandardError.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (WorkerMessageLine.Parse(line) == WorkerMessage.Ready)
            {
                wasReady = true;
                _ready.TrySetResult();
                continue;
            }
            lastLine = line;
            _log(line);
        }
        return (wasReady, lastLine);
    }

    private static void Send(Process? process, WorkerMessage message)
    {
        try
        {
            process?.StandardInput.WriteLine(WorkerMessageLine.Format(message));
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // It has ended already.
        }
    }
}
