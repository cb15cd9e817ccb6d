using System.Net;
using System.Net.Sockets;
using RabbitMQ.Client;

namespace Katas.Harness.Pools.Cluster;

/// <summary>
/// The client library's socket, but for one thing: the end of the stream is an error wherever it comes. In the middle of a frame the library
/// (7.1.2) takes it for a pause, reads on without rest, and notices only when heartbeats are missing, minutes later.
/// </summary>
internal sealed class BrokerSocket(ITcpClient socket) : ITcpClient
{
    private NetworkStream? _stream;

    public bool Connected => socket.Connected;

    public TimeSpan ReceiveTimeout
    {
        get => socket.ReceiveTimeout;
        set => socket.ReceiveTimeout = value;
    }

    public Socket Client => socket.Client;

    /// <summary>For <see cref="ConnectionFactoryBase.SocketFactory"/>.</summary>
    public static ITcpClient Create(AddressFamily family) =>
        new BrokerSocket(ConnectionFactoryBase.DefaultSocketFactory(family));

    public Task ConnectAsync(
        IPAddress host,
        int port,
        CancellationToken cancellationToken = default
    ) => socket.ConnectAsync(host, port, cancellationToken);

    public NetworkStream GetStream() => _stream ??= new EndIsAnError(socket.Client);

    public void Close() => socket.Close();

    public void Dispose()
    {
        _stream?.Dispose();
        socket.Dispose();
    }

    private sealed class EndIsAnError(Socket socket) : NetworkStream(socket, ownsSocket: false)
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            var count = await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            return count > 0 || buffer.IsEmpty
                ? count
                : throw new EndOfStreamException("The broker hung up.");
        }
    }
}
