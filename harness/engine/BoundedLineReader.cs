using System.Buffers;
using System.Text;

namespace Katas.Harness.Engine;

/// <summary>Reads lines from somebody who may never end one.</summary>
internal sealed class BoundedLineReader(Stream stream)
{
    /// <summary>Far more than a compiled chapter or a failure's whole message need.</summary>
    private const int LongestLine = 64 * 1024 * 1024;

    // Kept from call to call: one that was given up may have read half a line.
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next line without its end, or <see langword="null"/> after the last.</summary>
    /// <exception cref="InvalidDataException">It is longer than anything that we write.</exception>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_start == _end)
            {
                var count = await stream
                    .ReadAsync(_buffer, cancellationToken)
                    .ConfigureAwait(false);
                (_start, _end) = (0, count);
                if (_end == 0)
                    return _line.WrittenCount == 0 ? null : Take();
            }
            var rest = _buffer.AsMemory(_start, _end - _start);
            var length = rest.Span.IndexOf((byte)'\n');
            _line.Write(rest.Span[..(length < 0 ? rest.Length : length)]);
            _start += length < 0 ? rest.Length : length + 1;
            if (length >= 0)
                return Take();
            if (_line.WrittenCount > LongestLine)
                throw new InvalidDataException($"A line has more than {LongestLine} bytes.");
        }
    }

    private string Take()
    {
        var text = Encoding.UTF8.GetString(_line.WrittenSpan);
        _line.ResetWrittenCount();
        return text;
    }
}
