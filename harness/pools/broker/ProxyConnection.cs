using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace Katas.Harness.Pools.Broker;

/// <summary>One client's connection through a <see cref="FaultInjectingProxy"/>.</summary>
/// <remarks>
/// Of what the broker sends, only whole frames reach the client unless a test asks for half a frame, and the client's connection is closed
/// without a reset. The client library 7.1.2 does not notice an end in the middle of a frame until a heartbeat is missing: a matter of its
/// own, which a test of something else should not meet.
/// </remarks>
internal sealed class ProxyConnection : IDisposable
{
    private const int StandardPort = 5672;
    private const int FrameHeader = 7;
    private const int AtOnce = 16 * 1024;

    private readonly Socket _client;
    private readonly Socket _broker;
    private readonly Lock _gate = new();
    private PlannedCut? _plan;
    private long _bytesLeft;

    private ProxyConnection(Socket client, Socket broker)
    {
        _client = client;
        _broker = broker;
        _client.NoDelay = _broker.NoDelay = true;
    }

    public static async Task<ProxyConnection> Connect(
        Socket client,
        Uri broker,
        CancellationToken cancellationToken
    )
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            var port = broker.IsDefaultPort || broker.Port < 0 ? StandardPort : broker.Port;
            await socket.ConnectAsync(broker.Host, port, cancellationToken).ConfigureAwait(false);
            return new ProxyConnection(client, socket);
        }
        catch
        {
            socket.Dispose();
            client.Dispose();
            throw;
        }
    }

    /// <summary>Forwards both ways. Not awaited: each ends with the connection, and sees to its own exceptions.</summary>
    public void Begin()
    {
        _ = ForwardToClient();
        _ = ForwardToBroker();
    }

    public void CutAfter(int bytes, bool inTheMiddle, Action cut)
    {
        lock (_gate)
            (_plan, _bytesLeft) = (new PlannedCut(inTheMiddle, cut), bytes);
    }

    /// <summary>Closes the connection to the broker and ends what the client receives. What the client sends from now on is read, and lost.</summary>
    public void Cut()
    {
        _broker.Dispose();
        try
        {
            _client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The client has closed it first.
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _broker.Dispose();
    }

    private async Task ForwardToClient()
    {
        var frames = PipeReader.Create(new NetworkStream(_broker));
        try
        {
            while (
                await frames.ReadAsync().ConfigureAwait(false) is { IsCompleted: false } received
                && await ForwardFrames(frames, received.Buffer).ConfigureAwait(false)
            ) { }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // Cut, or closed by one side.
        }
        Cut();
    }

    /// <summary>Forwards the frames that are whole; <see langword="false"/> when the connection was to be cut after one of them.</summary>
    private async Task<bool> ForwardFrames(PipeReader frames, ReadOnlySequence<byte> received)
    {
        while (FrameLength(received) is { } length && length <= received.Length)
        {
            var cut = CutDueAfter(length);
            var passed = cut is { InTheMiddle: true } ? length / 2 : length;
            await _client.SendAsync(received.Slice(0, passed).ToArray()).ConfigureAwait(false);
            received = received.Slice(length);
            if (cut is not null)
            {
                cut.Do();
                return false;
            }
        }
        frames.AdvanceTo(received.Start, received.End);
        return true;
    }

    /// <summary>A frame is a type of one byte, a channel of two, the size of its content in four, the content, and an end of one byte.</summary>
    private static long? FrameLength(ReadOnlySequence<byte> received)
    {
        if (received.Length < FrameHeader)
            return null;
        Span<byte> header = stackalloc byte[FrameHeader];
        received.Slice(0, FrameHeader).CopyTo(header);
        return FrameHeader + BinaryPrimitives.ReadUInt32BigEndian(header[3..]) + 1L;
    }

    private async Task ForwardToBroker()
    {
        var buffer = new byte[AtOnce];
        try
        {
            while (await _client.ReceiveAsync(buffer).ConfigureAwait(false) is var count and > 0)
                await SendToBroker(buffer.AsMemory(0, count)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The client has closed it.
        }
        Dispose();
    }

    private async Task SendToBroker(ReadOnlyMemory<byte> toBroker)
    {
        try
        {
            await _broker.SendAsync(toBroker).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            Cut();
        }
    }

    private PlannedCut? CutDueAfter(long frame)
    {
        lock (_gate)
            return _plan is not null && (_bytesLeft -= frame) <= 0 ? _plan : null;
    }

    private sealed record PlannedCut(bool InTheMiddle, Action Do);
}
