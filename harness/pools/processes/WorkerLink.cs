using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using Katas.Harness.Pools.Protocol;

namespace Katas.Harness.Pools.Processes;

/// <summary>
/// One worker process, seen from the pool: starts it, reads what it says on a thread of its own, and tells how it ended. What it was sent
/// belongs to the dispatcher's lock.
/// </summary>
internal sealed class WorkerLink(Dispatcher dispatcher, TextWriter? output)
{
    private static readonly TimeSpan TimeToLeave = TimeSpan.FromSeconds(2);

    private readonly List<OutputDrain> _drains = [];
    private Process? _process;
    private Socket? _socket;
    private Outbox? _outbox;

    /// <summary>The process's id; 0 until it has started.</summary>
    public int ProcessId { get; private set; }

    /// <summary>What it was sent and has not answered, in order.</summary>
    public List<PoolJob> Sent { get; } = [];

    /// <summary>The methods it knows.</summary>
    public HashSet<long> Methods { get; } = [];

    /// <summary>The number of the job that it runs; 0 for none.</summary>
    public long Running { get; set; }

    /// <summary>Since when it runs that job, or when it last reported progress.</summary>
    public long Since { get; set; }

    /// <summary>How many jobs it may have at once, while there are plenty: the shorter its jobs are, the more a wait for the next would cost.</summary>
    public int Depth { get; set; } = 1;

    /// <summary>How many bytes it was sent and has not answered.</summary>
    public long Unread { get; set; }

    /// <summary>The number of the job for whose running past its time limit the worker is killed; 0 for none.</summary>
    public long Overdue { get; set; }

    /// <summary>Whether the worker is killed because a shutdown does not wait any longer.</summary>
    public bool IsDismissed { get; set; }

    /// <summary>Starts the worker.</summary>
    public void Start() => new Thread(Live) { IsBackground = true, Name = "pool worker" }.Start();

    /// <summary>Puts a frame into the outbox.</summary>
    public void Post(ReadOnlyMemory<byte> frame) => _outbox!.Add(frame);

    /// <summary>Sends what is in the outbox.</summary>
    public void Flush() => _outbox!.Flush(Unread);

    /// <summary>Lets the worker go: it has nothing left to do.</summary>
    public void Close() => _outbox?.Close();

    /// <summary>Ends the worker by force, with everything that it has started.</summary>
    public void Kill()
    {
        try
        {
            _process?.Kill(entireProcessTree: true);
        }
        catch (Exception e)
            when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }

    private void Live()
    {
        Exception? noStart = null;
        try
        {
            using var door = new WorkerListener();
            _process = WorkerProgram.Start(door.Path);
            ProcessId = _process.Id;
            _drains.Add(new OutputDrain(_process.StandardError, output));
            _drains.Add(new OutputDrain(_process.StandardOutput, output));
            _socket = door.Accept(_process);
            if (_socket is not null)
                _outbox = new Outbox(_socket);
        }
        catch (Exception e)
        {
            noStart = e;
        }
        if (_socket is not null && dispatcher.Ready(this))
            Listen(_socket);
        _socket?.Dispose();
        End(noStart);
    }

    private void Listen(Socket socket)
    {
        var reader = new FrameReader(socket);
        while (reader.TryRead(out var frame))
            dispatcher.Hear(this, frame);
    }

    private void End(Exception? noStart)
    {
        dispatcher.Leave(this);
        if (_process is null)
        {
            dispatcher.Gone(this, noStart!, hasLived: false);
            return;
        }
        if (!_process.WaitForExit(TimeToLeave))
        {
            Kill();
            _process.WaitForExit();
        }
        var lines = LastLines();
        dispatcher.Gone(
            this,
            noStart ?? new WorkerCrashedException(ProcessId, _process.ExitCode, lines),
            hasLived: _socket is not null
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
