using System.Text;

namespace Katas.Harness.Grading.Intake;

/// <summary>The text of a file that somebody wrote on any system with any editor.</summary>
/// <param name="Text">The text, its lines separated by line feeds.</param>
/// <param name="Remark">What is unusual about it, or <see langword="null"/>.</param>
internal sealed record SubmittedText(string Text, string? Remark)
{
    private static readonly UTF8Encoding s_utf8 = new(true, throwOnInvalidBytes: true);

    /// <summary>With a mark at the beginning; the longer marks come first.</summary>
    private static readonly (Encoding Encoding, string Name)[] s_marked =
    [
        (Encoding.UTF32, "UTF-32"),
        (Encoding.Unicode, "UTF-16"),
        (Encoding.BigEndianUnicode, "UTF-16"),
    ];

    private static readonly Encoding s_korean = CodePagesEncodingProvider.Instance.GetEncoding(
        949,
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    /// <summary>Reads UTF-8 and UTF-16 with a mark or without, and Windows-949; in anything else, what is not UTF-8 becomes �.</summary>
    public static SubmittedText Decode(byte[] bytes)
    {
        var (text, remark) = Read(bytes);
        return new(
            text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'),
            remark
        );
    }

    private static (string Text, string? Remark) Read(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(s_utf8.Preamble))
            bytes = bytes[s_utf8.Preamble.Length..];
        foreach (var (encoding, name) in s_marked)
        {
            if (bytes.AsSpan().StartsWith(encoding.Preamble))
                return (encoding.GetString(bytes.AsSpan(encoding.Preamble.Length)), $"is {name}");
        }
        if (Unmarked(bytes) is { } wide)
            return (wide.GetString(bytes), "is UTF-16 without a mark");
        if (TryRead(s_utf8, bytes) is { } utf8)
            return (utf8, null);
        // Where the code page has no character, it gives one for private use.
        if (
            TryRead(s_korean, bytes) is { } korean
            && !korean.Any(c => c is >= '\uE000' and < '\uF900')
        )
            return (korean, "is not UTF-8; it was read as Windows-949");
        return (
            Encoding.UTF8.GetString(bytes),
            "is not UTF-8; what could not be read was replaced by \uFFFD"
        );
    }

    private static string? TryRead(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>C# is mostly ASCII, so in UTF-16 about every second byte is zero.</summary>
    private static Encoding? Unmarked(byte[] bytes)
    {
        if (bytes.Length < 2 || bytes.Length % 2 != 0)
            return null;
        var zeros = new int[2];
        for (var i = 0; i < bytes.Length; i++)
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        var least = bytes.Length / 4;
        return zeros[1] > least && zeros[0] == 0 ? Encoding.Unicode
            : zeros[0] > least && zeros[1] == 0 ? Encoding.BigEndianUnicode
            : null;
    }
}
