using System.Net;
using System.Net.Sockets;

namespace Katas.Harness.Pools.Broker;

/// <summary>Checks whether a broker answers on a port.</summary>
internal static class BrokerHandshake
{
    private const byte MethodFrame = 1;

    /// <summary>Opens a connection as a client does, and checks that the broker sends its first frame.</summary>
    /// <param name="port">A port of this machine.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns><see langword="false"/> when no program listens yet, or it does not answer.</returns>
    public static async Task<bool> Answers(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client
                .ConnectAsync(IPAddress.Loopback, port, cancellationToken)
                .ConfigureAwait(false);
            var stream = client.GetStream();
            await stream
                .WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray(), cancellationToken)
                .ConfigureAwait(false);
            var answer = new byte[1];
            return await stream.ReadAsync(answer, cancellationToken).ConfigureAwait(false) == 1
                && answer[0] == MethodFrame;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }
}
