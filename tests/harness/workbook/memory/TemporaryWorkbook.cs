namespace Katas.Harness.Workbook.Memory;

/// <summary>A workbook of one chapter in a temporary folder: files only, nothing that could be built.</summary>
internal sealed class TemporaryWorkbook : IDisposable
{
    public const string Slug = "01-bowls";

    public TemporaryWorkbook()
    {
        Write("Katas.sln", "");
        Write($"exercises/{Slug}/Bowls.cs", "class Bowls;");
        Write($"tests/{Slug}/BowlsTests.cs", "class BowlsTests;");
    }

    public WorkbookPaths Paths { get; } =
        new(Directory.CreateTempSubdirectory("workbook ").FullName);

    public string Answer => PathOf($"exercises/{Slug}/Bowls.cs");

    public string PathOf(string name) => Path.Combine(Paths.Root, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
    }

    public void Dispose() => Directory.Delete(Paths.Root, recursive: true);
}
