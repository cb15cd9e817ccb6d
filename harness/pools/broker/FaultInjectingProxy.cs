using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Katas.Harness.Pools.Broker;

/// <summary>
/// A TCP proxy in front of a broker that injects faults: a test can cut the connections that clients have made through it. After a cut,
/// clients may connect again.
/// </summary>
public sealed class FaultInjectingProxy : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly List<ProxyConnection> _connections = [];
    private readonly Uri _broker;
    private int _cuts;
    private bool _isDisposed;

    private FaultInjectingProxy(Uri broker)
    {
        _broker = broker;
        _listener.Start();
        // Not awaited: it ends when the proxy is disposed of, and sees to its own exceptions.
        _ = Accept();
    }

    /// <summary>Where clients connect instead of at the broker.</summary>
    public Uri Address =>
        new UriBuilder(_broker)
        {
            Host = IPAddress.Loopback.ToString(),
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
        }.Uri;

    /// <summary>How many connections were cut.</summary>
    public int Cuts
    {
        get
        {
            lock (_gate)
                return _cuts;
        }
    }

    /// <summary>Starts a proxy.</summary>
    /// <param name="broker">The broker's address.</param>
    public static FaultInjectingProxy To(Uri broker)
    {
        ArgumentNullException.ThrowIfNull(broker);
        return new FaultInjectingProxy(broker);
    }

    /// <summary>Cuts every connection at once, without the protocol's goodbye: what is on its way is lost.</summary>
    public void Cut()
    {
        ProxyConnection[] connections;
        lock (_gate)
        {
            connections = [.. _connections];
            _connections.Clear();
            _cuts += connections.Length;
        }
        foreach (var connection in connections)
            connection.Cut();
    }

    /// <summary>Forwards so many more bytes from the broker, to the end of the frame, and then cuts every connection.</summary>
    /// <param name="bytes">How many bytes pass on each connection that is there now.</param>
    public void CutAfter(int bytes) => CutAfter(bytes, inTheMiddle: false);

    /// <summary>Forwards so many more bytes from the broker, to the middle of the frame, and then cuts every connection.</summary>
    /// <param name="bytes">How many bytes pass on each connection that is there now.</param>
    public void CutInTheMiddleAfter(int bytes) => CutAfter(bytes, inTheMiddle: true);

    /// <summary>Cuts every connection, and accepts no more.</summary>
    public void Dispose()
    {
        lock (_gate)
            _isDisposed = true;
        _end.Cancel();
        _listener.Dispose();
        Cut();
    }

    /// <summary>The proxy and its broker, for messages.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"proxy to {_broker.Host}:{_broker.Port}");

    private void CutAfter(int bytes, bool inTheMiddle)
    {
        lock (_gate)
        {
            foreach (var connection in _connections)
                connection.CutAfter(bytes, inTheMiddle, Cut);
        }
    }

    private async Task Accept()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptSocketAsync(_end.Token).ConfigureAwait(false);
                var connection = await ProxyConnection
                    .Connect(client, _broker, _end.Token)
                    .ConfigureAwait(false);
                if (TryAdd(connection))
                    connection.Begin();
                else
                    connection.Dispose();
            }
            catch (Exception e)
                when (e is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The broker is away: the client was disconnected, as it would have been there.
            }
        }
    }

    /// <summary>A connection that was made while the proxy was disposed of is not accepted: nobody would cut it.</summary>
    private bool TryAdd(ProxyConnection connection)
    {
        lock (_gate)
        {
            if (!_isDisposed)
                _connections.Add(connection);
            return !_isDisposed;
        }
    }
}
