using System.Text;

namespace Katas.Harness.Testing.Snapshots;

/// <summary>A folder for the snapshots of one test, gone when the test ends.</summary>
internal sealed class SnapshotFolder : IDisposable
{
    public SnapshotFolder() => Settings.UseDirectory(Path);

    public string Path { get; } = Directory.CreateTempSubdirectory("snapshots ").FullName;

    public VerifySettings Settings { get; } = new();

    public string[] Files =>
        [
            .. Directory
                .EnumerateFiles(Path)
                .Select(file => System.IO.Path.GetFileName(file))
                .Order(StringComparer.Ordinal),
        ];

    public void Accept(string name, string text, bool bom = true) =>
        File.WriteAllText(In(name), text, new UTF8Encoding(bom));

    public byte[] Bytes(string name) => File.ReadAllBytes(In(name));

    public string Text(string name) => File.ReadAllText(In(name));

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
