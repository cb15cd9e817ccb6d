using System.Text;

namespace Katas.Harness.Workbook;

/// <summary>A text file of a learner, which keeps its encoding and its line ends when a part of it is exchanged.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Encoding">How it is written.</param>
public sealed record TextFile(string Text, Encoding Encoding)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads a file: UTF-8 or, with a byte order mark, UTF-16; anything else byte by byte.</summary>
    /// <param name="bytes">The file.</param>
    public static TextFile Parse(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        Encoding[] marked = [new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode];
        foreach (var encoding in marked)
        {
            var mark = encoding.GetPreamble();
            if (bytes.AsSpan().StartsWith(mark))
                return new(encoding.GetString(bytes.AsSpan(mark.Length)), encoding);
        }
        try
        {
            return new(Strict.GetString(bytes), Strict);
        }
        catch (DecoderFallbackException)
        {
            return new(Encoding.Latin1.GetString(bytes), Encoding.Latin1);
        }
    }

    /// <summary>The line end that the file uses.</summary>
    public string LineEnd => Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>The file as bytes.</summary>
    public byte[] ToBytes() => [.. Encoding.GetPreamble(), .. Encoding.GetBytes(Text)];
}
