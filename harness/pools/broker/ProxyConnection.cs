using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace Katas.Harness.Pools.Broker;

/// <summary>One client's line through a <see cref="FaultInjectingProxy"/>.</summary>
/// <remarks>
/// Of what the broker says, only whole frames reach the client unless a test asks for half a one, and the client is hung up on without a
/// reset. A line that ends in the middle of a frame goes unnoticed by the client library 7.1.2 until a heartbeat is missing: a matter of its
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
    private long _bytesLeft;
    private bool _inTheMiddle;
    private Action? _cut;

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

    public void Begin()
    {
        _ = CarryToClient();
        _ = CarryToBroker();
    }

    public void CutAfter(int bytes, bool inTheMiddle, Action cut)
    {
        lock (_gate)
            (_bytesLeft, _inTheMiddle, _cut) = (bytes, inTheMiddle, cut);
    }

    /// <summary>Hangs up on both. What the client says from now on is listened to, and lost.</summary>
    public void Cut()
    {
        _broker.Dispose();
        try
        {
            _client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The client has hung up first.
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _broker.Dispose();
    }

    private async Task CarryToClient()
    {
        var frames = PipeReader.Create(new NetworkStream(_broker));
        try
        {
            while (
                await frames.ReadAsync().ConfigureAwait(false) is { IsCompleted: false } spoken
                && await PassFrames(frames, spoken.Buffer).ConfigureAwait(false)
            ) { }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // Cut, or one side hung up.
        }
        Cut();
    }

    /// <summary>Passes on the frames that are whole; <see langword="false"/> when the line was to be cut after one of them.</summary>
    private async Task<bool> PassFrames(PipeReader frames, ReadOnlySequence<byte> spoken)
    {
        while (FrameLength(spoken) is { } length && length <= spoken.Length)
        {
            var cut = IsTheLast(length);
            var passed = cut is not null && _inTheMiddle ? length / 2 : length;
            await _client.SendAsync(spoken.Slice(0, passed).ToArray()).ConfigureAwait(false);
            spoken = spoken.Slice(length);
            if (cut is not null)
            {
                cut();
                return false;
            }
        }
        frames.AdvanceTo(spoken.Start, spoken.End);
        return true;
    }

    /// <summary>A frame is a type of one byte, a channel of two, the size of its content in four, the content, and an end of one byte.</summary>
    private static long? FrameLength(ReadOnlySequence<byte> spoken)
    {
        if (spoken.Length < FrameHeader)
            return null;
        Span<byte> header = stackalloc byte[FrameHeader];
        spoken.Slice(0, FrameHeader).CopyTo(header);
        return FrameHeader + BinaryPrimitives.ReadUInt32BigEndian(header[3..]) + 1L;
    }

    private async Task CarryToBroker()
    {
        var buffer = new byte[AtOnce];
        try
        {
            while (await _client.ReceiveAsync(buffer).ConfigureAwait(false) is var count and > 0)
                await Pass(buffer.AsMemory(0, count)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The client hung up without a word.
        }
        Dispose();
    }

    private async Task Pass(ReadOnlyMemory<byte> toBroker)
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

    private Action? IsTheLast(long frame)
    {
        lock (_gate)
            return _cut is not null && (_bytesLeft -= frame) <= 0 ? _cut : null;
    }
}
