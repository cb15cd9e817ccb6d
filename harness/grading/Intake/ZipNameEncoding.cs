using System.Text;

namespace Katas.Harness.Grading.Intake;

/// <summary>How a zip writes names that are not marked as UTF-8: as UTF-8 all the same, or as Korean Windows does (code page 949).</summary>
internal sealed class ZipNameEncoding : Encoding
{
    private static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding s_korean = CodePagesEncodingProvider.Instance.GetEncoding(
        949
    )!;

    public override int GetByteCount(char[] chars, int index, int count) =>
        s_utf8.GetByteCount(chars, index, count);

    public override int GetBytes(
        char[] chars,
        int charIndex,
        int charCount,
        byte[] bytes,
        int byteIndex
    ) => s_utf8.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    public override int GetCharCount(byte[] bytes, int index, int count) =>
        For(bytes.AsSpan(index, count)).GetCharCount(bytes, index, count);

    public override int GetChars(
        byte[] bytes,
        int byteIndex,
        int byteCount,
        char[] chars,
        int charIndex
    ) =>
        For(bytes.AsSpan(byteIndex, byteCount))
            .GetChars(bytes, byteIndex, byteCount, chars, charIndex);

    public override int GetMaxByteCount(int charCount) => s_utf8.GetMaxByteCount(charCount);

    public override int GetMaxCharCount(int byteCount) => s_utf8.GetMaxCharCount(byteCount);

    private static Encoding For(ReadOnlySpan<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? s_utf8 : s_korean;
}
