using System.Net;
using System.Net.Sockets;

namespace Katas.Harness.Pools.Broker;

/// <summary>The ports of this machine, on its loopback address, that one broker uses.</summary>
/// <param name="Clients">Where clients connect.</param>
/// <param name="PortMapper">Where the broker's own port mapper listens, so that it meets no other broker's.</param>
/// <param name="Nodes">Where other brokers would connect.</param>
internal sealed record BrokerPorts(int Clients, int PortMapper, int Nodes)
{
    /// <summary>Three ports that nobody uses now.</summary>
    public static BrokerPorts Free()
    {
        // All three are held at once, so that they differ.
        using var clients = Hold();
        using var portMapper = Hold();
        using var nodes = Hold();
        return new BrokerPorts(Port(clients), Port(portMapper), Port(nodes));
    }

    private static TcpListener Hold()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;
}
