namespace Katas.Harness.Engine;

/// <summary>One file of C#.</summary>
/// <param name="Path">Where it stands; errors and stack traces name it.</param>
/// <param name="Text">What it says.</param>
public sealed record SourceFile(string Path, string Text)
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it stands.</param>
    public static SourceFile Read(string path) => new(path, File.ReadAllText(path));
}
