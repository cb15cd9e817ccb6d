using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Katas.Harness.Pools.Broker;

/// <summary>A line to a broker that a test can cut: whoever connects to its address reaches the broker, until the cut. After it, the next may connect.</summary>
public sealed class FaultInjectingProxy : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly List<ProxyConnection> _lines = [];
    private readonly Uri _broker;
    private int _cuts;

    private FaultInjectingProxy(Uri broker)
    {
        _broker = broker;
        _listener.Start();
        _ = Accept();
    }

    /// <summary>Where clients connect instead of at the broker.</summary>
    public Uri Address =>
        new UriBuilder(_broker)
        {
            Host = IPAddress.Loopback.ToString(),
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
        }.Uri;

    /// <summary>How often a line was cut.</summary>
    public int Cuts
    {
        get
        {
            lock (_gate)
                return _cuts;
        }
    }

    /// <summary>Lays a cable to a broker.</summary>
    /// <param name="broker">The broker's address.</param>
    public static FaultInjectingProxy To(Uri broker)
    {
        ArgumentNullException.ThrowIfNull(broker);
        return new FaultInjectingProxy(broker);
    }

    /// <summary>Cuts every line that is up, at once and without a word: what is on its way is lost.</summary>
    public void Cut()
    {
        ProxyConnection[] lines;
        lock (_gate)
        {
            lines = [.. _lines];
            _lines.Clear();
            _cuts += lines.Length;
        }
        foreach (var line in lines)
            line.Cut();
    }

    /// <summary>Lets so much more of what the broker says pass, to the end of the frame, and then cuts.</summary>
    /// <param name="bytes">How many bytes pass on each line that is up.</param>
    public void CutAfter(int bytes) => CutAfter(bytes, inTheMiddle: false);

    /// <summary>Lets so much more of what the broker says pass, to the middle of the frame, and then cuts.</summary>
    /// <param name="bytes">How many bytes pass on each line that is up.</param>
    public void CutInTheMiddleAfter(int bytes) => CutAfter(bytes, inTheMiddle: true);

    /// <summary>Cuts every line, and lets nobody connect any more.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        Cut();
    }

    /// <summary>Says where the cable goes, for messages.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"cable to {_broker.Host}:{_broker.Port}");

    private void CutAfter(int bytes, bool inTheMiddle)
    {
        lock (_gate)
        {
            foreach (var line in _lines)
                line.CutAfter(bytes, inTheMiddle, Cut);
        }
    }

    private async Task Accept()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptSocketAsync(_end.Token).ConfigureAwait(false);
                var line = await ProxyConnection
                    .Connect(client, _broker, _end.Token)
                    .ConfigureAwait(false);
                lock (_gate)
                    _lines.Add(line);
                line.Begin();
            }
            catch (Exception e)
                when (e is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The broker is away: the client was hung up on, as it would have been there.
            }
        }
    }
}
