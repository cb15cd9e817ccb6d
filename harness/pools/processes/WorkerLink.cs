using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using Katas.Harness.Pools.Protocol;

namespace Katas.Harness.Pools.Processes;

/// <summary>One worker process, seen from the pool: starts it, reads its frames on a thread of its own, and reports how it ended.</summary>
/// <remarks>
/// The process, the socket and the outbox are set by that thread before it reports the worker as connected. Others use them only for workers
/// that the dispatcher lists as ready, so its lock has made them visible.
/// </remarks>
internal sealed class WorkerLink(Dispatcher dispatcher, WorkerLoad load, TextWriter? output)
{
    private static readonly TimeSpan ExitGrace = TimeSpan.FromSeconds(2);

    private readonly List<OutputDrain> _drains = [];
    private Process? _process;
    private Socket? _socket;
    private Outbox? _outbox;

    // Read of workers that are not connected yet, too.
    private volatile int _processId;

    /// <summary>What the worker was sent and runs; for the dispatcher, under its lock.</summary>
    public WorkerLoad Load => load;

    /// <summary>The process's id; 0 until it has started.</summary>
    public int ProcessId => _processId;

    /// <summary>Starts the worker.</summary>
    public void Start() => new Thread(Run) { IsBackground = true, Name = "pool worker" }.Start();

    /// <summary>Puts a small frame into the outbox.</summary>
    public void Post(ReadOnlyMemory<byte> frame) => _outbox!.Add(frame);

    /// <summary>Puts a job's frame into the outbox.</summary>
    public void PostJob(ReadOnlyMemory<byte> frame) => _outbox!.AddJob(frame);

    /// <summary>The worker has answered a job, and so has read this frame.</summary>
    public void Answered(ReadOnlyMemory<byte> frame) => _outbox!.Answered(frame);

    /// <summary>Sends what is in the outbox.</summary>
    public void Flush() => _outbox!.Flush();

    /// <summary>Ends the connection, at whose end the worker exits: it has nothing left to do.</summary>
    public void Close() => _outbox!.Close();

    /// <summary>Kills the worker, with every process that it has started.</summary>
    public void Kill()
    {
        try
        {
            _process?.Kill(entireProcessTree: true);
        }
        catch (Exception e)
            when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended already, or was even disposed of.
        }
    }

    private void Run()
    {
        Exception? startFailure = null;
        try
        {
            using var listener = new WorkerListener();
            _process = WorkerProgram.Start(listener.Path);
            _processId = _process.Id;
            _drains.Add(new OutputDrain(_process.StandardError, output));
            _drains.Add(new OutputDrain(_process.StandardOutput, output));
            _socket = listener.Accept(_process);
            if (_socket is not null)
                _outbox = new Outbox(_socket);
        }
        catch (Exception e)
        {
            startFailure = e;
        }
        if (_socket is not null && dispatcher.OnConnected(this))
            ReadFrames(_socket);
        _socket?.Dispose();
        dispatcher.OnDisconnected(this);
        ReportExit(startFailure);
    }

    private void ReadFrames(Socket socket)
    {
        var reader = new FrameReader(socket);
        while (reader.TryRead(out var frame))
            dispatcher.OnFrame(this, frame);
    }

    private void ReportExit(Exception? startFailure)
    {
        if (_process is null)
        {
            dispatcher.OnExited(this, startFailure!, wasConnected: false);
            return;
        }
        if (!_process.WaitForExit(ExitGrace))
        {
            Kill();
            _process.WaitForExit();
        }
        var lines = LastLines();
        dispatcher.OnExited(
            this,
            startFailure ?? new WorkerCrashedException(ProcessId, _process.ExitCode, lines),
            wasConnected: _socket is not null
        );
        foreach (var drain in _drains)
            drain.Dispose();
        _process.Dispose();
    }

    private string LastLines()
    {
        var all = Task.WhenAll(_drains.Select(drain => drain.LastLines())).GetAwaiter().GetResult();
        return all[0];
    }
}
