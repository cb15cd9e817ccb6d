using System.Net;
using System.Net.Sockets;

namespace Katas.Harness.Pools.Broker;

/// <summary>Asks a port whether a broker answers there.</summary>
internal static class BrokerHandshake
{
    private const byte MethodFrame = 1;

    /// <summary>Opens a connection as a client would, and looks whether the broker begins to talk.</summary>
    /// <param name="port">A port of this machine.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns><see langword="false"/> when nobody listens yet, or nobody answers.</returns>
    public static async Task<bool> Answers(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            var stream = client.GetStream();
            await stream.WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray(), cancellationToken);
            var answer = new byte[1];
            return await stream.ReadAsync(answer, cancellationToken) == 1
                && answer[0] == MethodFrame;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }
}
