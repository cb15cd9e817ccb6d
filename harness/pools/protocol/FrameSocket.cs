using System.Net.Sockets;

namespace Katas.Harness.Pools.Protocol;

/// <summary>How both ends of a connection are set up.</summary>
public static class FrameSocket
{
    /// <summary>How many bytes a socket takes without waiting for the other side to read them, at least.</summary>
    public const int BufferSize = 256 * 1024;

    /// <summary>A socket between processes of one machine: there on Linux, macOS and Windows alike.</summary>
    public static Socket Create() =>
        Prepare(new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified));

    /// <summary>Gives a socket its buffers.</summary>
    public static Socket Prepare(Socket socket)
    {
        socket.SendBufferSize = BufferSize;
        socket.ReceiveBufferSize = BufferSize;
        return socket;
    }

    /// <summary>Sends a whole frame.</summary>
    /// <exception cref="SocketException">The other side is gone.</exception>
    public static void SendAll(Socket socket, ReadOnlySpan<byte> frame)
    {
        while (!frame.IsEmpty)
            frame = frame[socket.Send(frame, SocketFlags.None)..];
    }
}
