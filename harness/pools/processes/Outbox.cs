using System.Net.Sockets;
using Katas.Harness.Pools.Protocol;

namespace Katas.Harness.Pools.Processes;

/// <summary>
/// What is to be sent to one worker, in order. What the socket is sure to take at once is sent by whoever comes; more than that by a thread
/// of its own, so that nobody who hands over a job waits for a worker to read it.
/// </summary>
internal sealed class Outbox(Socket socket)
{
    /// <summary>What the system adds to a frame in the socket's buffer, generously.</summary>
    private const int Overhead = 1024;

    private readonly Queue<ReadOnlyMemory<byte>> _frames = new();
    private bool _sending;
    private bool _closed;

    /// <summary>Puts a frame at the end; <see cref="Flush"/> sends it.</summary>
    public void Add(ReadOnlyMemory<byte> frame)
    {
        lock (_frames)
            _frames.Enqueue(frame);
    }

    /// <summary>Sends what is there, unless somebody is already at it.</summary>
    /// <param name="unread">How many bytes the worker may still have to read.</param>
    public void Flush(long unread)
    {
        lock (_frames)
        {
            if (_sending || _frames.Count == 0)
                return;
            _sending = true;
        }
        if (unread + Overhead <= FrameSocket.BufferSize / 2)
            SendAll();
        else
            new Thread(SendAll) { IsBackground = true, Name = "pool sender" }.Start();
    }

    /// <summary>Says to the worker that there will be no more.</summary>
    public void Close()
    {
        lock (_frames)
            _closed = true;
        try
        {
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It is closed already.
        }
    }

    private void SendAll()
    {
        while (Next() is { } frame)
        {
            try
            {
                FrameSocket.SendAll(socket, frame.Span);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The worker is gone; who reads from it sees that too, and says so.
            }
        }
    }

    private ReadOnlyMemory<byte>? Next()
    {
        lock (_frames)
        {
            if (!_closed && _frames.TryDequeue(out var frame))
                return frame;
            _sending = false;
            return null;
        }
    }
}
