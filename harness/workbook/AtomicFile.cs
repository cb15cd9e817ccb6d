using System.Text;

namespace Katas.Harness.Workbook;

/// <summary>Replaces files so that a reader finds the old text or the new one, never a part of it.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file beside the one that is meant and renames it.</summary>
    /// <param name="path">The file, which may exist, in a folder that does.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="encoding">Its encoding; by default UTF-8 without a byte order mark.</param>
    /// <exception cref="IOException">The file cannot be written; what was there before still is.</exception>
    public static void WriteAllText(string path, string text, Encoding? encoding = null)
    {
        var unfinished = path + ".tmp";
        File.WriteAllText(unfinished, text, encoding ?? new UTF8Encoding(false));
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>The same for bytes; the file's folder is made when it is missing.</summary>
    /// <param name="path">The file, which may exist.</param>
    /// <param name="bytes">The whole content.</param>
    /// <exception cref="IOException">The file cannot be written; what was there before still is.</exception>
    public static void WriteAllBytes(string path, byte[] bytes)
    {
        var unfinished = path + ".tmp";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(unfinished, bytes);
        File.Move(unfinished, path, overwrite: true);
    }
}
