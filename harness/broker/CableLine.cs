using System.Net.Sockets;

namespace Katas.Harness.Broker;

/// <summary>One client's line through a <see cref="Cable"/>.</summary>
internal sealed class CableLine : IDisposable
{
    private const int StandardPort = 5672;
    private const int AtOnce = 16 * 1024;

    private readonly Socket _client;
    private readonly Socket _broker;
    private readonly Lock _gate = new();
    private int _bytesLeft = int.MaxValue;
    private Action? _cut;

    private CableLine(Socket client, Socket broker)
    {
        _client = client;
        _broker = broker;
        // Closed with a reset, as by a machine that lost its power, not with a goodbye.
        _client.LingerState = _broker.LingerState = new LingerOption(enable: true, seconds: 0);
        _client.NoDelay = _broker.NoDelay = true;
    }

    public static async Task<CableLine> Connect(
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
            return new CableLine(client, socket);
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
        _ = Carry(_client, _broker, limited: false);
        _ = Carry(_broker, _client, limited: true);
    }

    public void CutAfter(int bytes, Action cut)
    {
        lock (_gate)
            (_bytesLeft, _cut) = (bytes, cut);
    }

    public void Dispose()
    {
        _client.Dispose();
        _broker.Dispose();
    }

    private async Task Carry(Socket from, Socket to, bool limited)
    {
        var buffer = new byte[AtOnce];
        try
        {
            while (await from.ReceiveAsync(buffer).ConfigureAwait(false) is var count and > 0)
            {
                var (passes, cut) = limited ? Allow(count) : (count, null);
                await to.SendAsync(buffer.AsMemory(0, passes)).ConfigureAwait(false);
                if (cut is not null)
                {
                    cut();
                    return;
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut, or one side hung up.
        }
        Dispose();
    }

    private (int Passes, Action? Cut) Allow(int count)
    {
        lock (_gate)
        {
            if (_cut is null)
                return (count, null);
            if (count < _bytesLeft)
            {
                _bytesLeft -= count;
                return (count, null);
            }
            return (_bytesLeft, _cut);
        }
    }
}
