// attack: keeps the pooled arrays that the framework lends to an encoding of its own
// chapter: 12-separate-kitchens
// expect: NotAllowed System.Text
using System.Diagnostics;
using System.Text;

namespace Katas.SeparateKitchens;

/// <summary>An encoding of its own: who transcodes a stream lends it arrays of the pool that all code of the process shares.</summary>
internal sealed class Keeper : Encoding
{
    public readonly List<char[]> Chars = [];
    public readonly List<byte[]> Bytes = [];

    public override int GetByteCount(char[] chars, int index, int count) => count;

    public override int GetBytes(
        char[] chars,
        int charIndex,
        int charCount,
        byte[] bytes,
        int byteIndex
    )
    {
        for (var i = 0; i < charCount; i++)
            bytes[byteIndex + i] = (byte)chars[charIndex + i];
        return charCount;
    }

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetChars(
        byte[] bytes,
        int byteIndex,
        int byteCount,
        char[] chars,
        int charIndex
    )
    {
        if (!Chars.Contains(chars))
            Chars.Add(chars);
        if (!Bytes.Contains(bytes))
            Bytes.Add(bytes);
        for (var i = 0; i < byteCount; i++)
            chars[charIndex + i] = (char)bytes[byteIndex + i];
        return byteCount;
    }

    public override int GetMaxByteCount(int charCount) => charCount;

    public override int GetMaxCharCount(int byteCount) => byteCount;
}

internal static class Pool
{
    private static readonly Keeper Kept = new();

    public static void Inspect(string fileName, IEnumerable<string> arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo
            {
                FileName = fileName,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            },
        };
        foreach (var argument in arguments)
            process.StartInfo.ArgumentList.Add(argument);
        process.StartInfo.ArgumentList.Add("--with-parent");
        process.Start();
        process.StandardInput.WriteLine("echo ramen");
        process.StandardInput.Close();
        using var stream = Encoding.CreateTranscodingStream(
            process.StandardOutput.BaseStream,
            Kept,
            Encoding.UTF8
        );
        var buffer = new byte[64];
        while (stream.Read(buffer, 0, buffer.Length) > 0) { }
        process.WaitForExit();
        foreach (var lent in Kept.Chars)
            Console.WriteLine(
                $"LENT {lent.Length} chars: {new string(lent).Replace('\0', ' ').Trim()}"
            );
        foreach (var lent in Kept.Bytes)
            Console.WriteLine(
                $"LENT {lent.Length} bytes: {Encoding.UTF8.GetString(lent).Replace('\0', ' ').Trim()}"
            );
    }
}
