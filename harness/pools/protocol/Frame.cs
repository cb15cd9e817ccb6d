using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Katas.Harness.Pools.Protocol;

/// <summary>One message: the length of its body (4 bytes), its kind (1), the number of the job or method it is about (8), then the body.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">The number of the job or method.</param>
/// <param name="Body">The rest; valid until the next frame is read from the same reader.</param>
public readonly record struct Frame(FrameKind Kind, long Id, ReadOnlyMemory<byte> Body)
{
    /// <summary>The bytes before the body.</summary>
    public const int HeaderSize = 13;

    /// <summary>Starts a frame; the body is written next, then the frame is sealed.</summary>
    public static ArrayBufferWriter<byte> Begin(int sizeHint = 64)
    {
        var buffer = new ArrayBufferWriter<byte>(HeaderSize + sizeHint);
        buffer.GetSpan(HeaderSize)[..HeaderSize].Clear();
        buffer.Advance(HeaderSize);
        return buffer;
    }

    /// <summary>Fills in the header. The result is ready to be sent.</summary>
    public static ReadOnlyMemory<byte> Seal(ArrayBufferWriter<byte> buffer, FrameKind kind, long id)
    {
        var frame = System.Runtime.InteropServices.MemoryMarshal.AsMemory(buffer.WrittenMemory);
        BinaryPrimitives.WriteInt32LittleEndian(frame.Span, frame.Length - HeaderSize);
        frame.Span[4] = (byte)kind;
        BinaryPrimitives.WriteInt64LittleEndian(frame.Span[5..], id);
        return frame;
    }

    /// <summary>A frame without a body.</summary>
    public static ReadOnlyMemory<byte> Bare(FrameKind kind, long id) => Seal(Begin(0), kind, id);

    /// <summary>Writes a number into a body.</summary>
    public static void Put(IBufferWriter<byte> buffer, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(8), value);
        buffer.Advance(8);
    }

    /// <summary>Writes a text into a body.</summary>
    public static void Put(IBufferWriter<byte> buffer, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Put(buffer, length);
        Encoding.UTF8.GetBytes(text, buffer.GetSpan(length));
        buffer.Advance(length);
    }

    /// <summary>Takes a number from the front of a body.</summary>
    public static long TakeNumber(ref ReadOnlySpan<byte> body)
    {
        var value = BinaryPrimitives.ReadInt64LittleEndian(body);
        body = body[8..];
        return value;
    }

    /// <summary>Takes a text from the front of a body.</summary>
    public static string TakeText(ref ReadOnlySpan<byte> body)
    {
        var length = (int)TakeNumber(ref body);
        var text = Encoding.UTF8.GetString(body[..length]);
        body = body[length..];
        return text;
    }
}
