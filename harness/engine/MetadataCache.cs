using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Katas.Harness.Engine;

/// <summary>Reads each referenced assembly once, however many chapters refer to it, and again when it has changed.</summary>
internal static class MetadataCache
{
    private static readonly ConcurrentDictionary<
        (string Path, DateTime Written),
        MetadataReference
    > References = new();

    public static MetadataReference Get(string path)
    {
        var full = Path.GetFullPath(path);
        return References.GetOrAdd(
            (full, File.GetLastWriteTimeUtc(full)),
            key => MetadataReference.CreateFromFile(key.Path)
        );
    }
}
