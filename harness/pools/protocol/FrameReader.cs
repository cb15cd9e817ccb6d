using System.Buffers.Binary;
using System.Net.Sockets;

namespace Katas.Harness.Pools.Protocol;

/// <summary>Cuts what comes from a socket into frames. For one thread.</summary>
public sealed class FrameReader(Socket socket)
{
    private const int UsualSize = 64 * 1024;
    private byte[] _buffer = new byte[UsualSize];
    private int _start;
    private int _end;

    /// <summary>Blocks until a whole frame is there.</summary>
    /// <returns><see langword="false"/> when the other side is gone.</returns>
    public bool TryRead(out Frame frame)
    {
        frame = default;
        if (!Fill(Frame.HeaderSize))
            return false;
        var header = _buffer.AsSpan(_start);
        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        var kind = (FrameKind)header[4];
        var id = BinaryPrimitives.ReadInt64LittleEndian(header[5..]);
        if (!Fill(Frame.HeaderSize + length))
            return false;
        frame = new Frame(kind, id, _buffer.AsMemory(_start + Frame.HeaderSize, length));
        _start += Frame.HeaderSize + length;
        return true;
    }

    private bool Fill(int needed)
    {
        if (_end - _start < needed)
            MakeRoom(needed);
        while (_end - _start < needed)
        {
            var read = Receive();
            if (read == 0)
                return false;
            _end += read;
        }
        return true;
    }

    private int Receive()
    {
        try
        {
            return socket.Receive(_buffer.AsSpan(_end), SocketFlags.None);
        }
        // A peer that was killed resets the connection, one that ends closes it: it is gone either way.
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }

    /// <summary>Moves what is unread to the front, into a buffer that holds the frame; a big one is given up after its frame.</summary>
    private void MakeRoom(int needed)
    {
        var unread = _buffer.AsSpan(_start, _end - _start);
        var size = Math.Max(UsualSize, needed);
        var target = size == _buffer.Length ? _buffer : new byte[size];
        unread.CopyTo(target);
        _end = unread.Length;
        _start = 0;
        _buffer = target;
    }
}
