using System.Net.Sockets;
using Katas.Harness.Pools.Protocol;

namespace Katas.Harness.Pools.Processes;

/// <summary>
/// What is to be sent to one worker, in order. What the socket is sure to take at once is sent by the thread that flushes; as soon as there
/// is more, by a thread of its own, so that nobody who hands over a job waits for a worker to read it.
/// </summary>
internal sealed class Outbox(Socket socket)
{
    /// <summary>What the system and the worker keep for a frame besides its bytes, generously.</summary>
    private const int Overhead = 1024;

    private readonly Lock _gate = new();
    private readonly Queue<ReadOnlyMemory<byte>> _frames = new();
    private long _unread;
    private bool _isSending;
    private bool _isClosed;

    /// <summary>Puts a small frame at the end; <see cref="Flush"/> sends it.</summary>
    public void Add(ReadOnlyMemory<byte> frame)
    {
        lock (_gate)
            _frames.Enqueue(frame);
    }

    /// <summary>Puts a job's frame at the end; until the job is answered, the worker may not have read it.</summary>
    public void AddJob(ReadOnlyMemory<byte> frame)
    {
        lock (_gate)
        {
            _frames.Enqueue(frame);
            _unread += frame.Length + Overhead;
        }
    }

    /// <summary>The worker has answered a job, so it has read the job's frame.</summary>
    public void Answered(ReadOnlyMemory<byte> frame)
    {
        lock (_gate)
            _unread -= frame.Length + Overhead;
    }

    /// <summary>Sends what is there, unless another thread is already sending.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            if (_isSending)
                return;
            _isSending = true;
        }
        Send(mayBlock: false);
    }

    /// <summary>Ends the connection; what is still to be sent is dropped.</summary>
    public void Close()
    {
        lock (_gate)
            _isClosed = true;
        try
        {
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It is closed already.
        }
    }

    private void Send(bool mayBlock)
    {
        while (Next(mayBlock) is { } frame)
        {
            try
            {
                FrameSocket.SendAll(socket, frame.Span);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The worker is gone; the thread that reads from it notices that too, and reports it.
            }
        }
    }

    /// <summary>The next frame to send. Asked again before each: while a thread sends one, others add more than it may wait for.</summary>
    private ReadOnlyMemory<byte>? Next(bool mayBlock)
    {
        lock (_gate)
        {
            if (_isClosed || _frames.Count == 0)
            {
                _isSending = false;
                return null;
            }
            if (mayBlock || _unread + Overhead <= FrameSocket.BufferSize / 2)
                return _frames.Dequeue();
        }
        new Thread(() => Send(mayBlock: true))
        {
            IsBackground = true,
            Name = "pool sender",
        }.Start();
        return null;
    }
}
