using Katas.Harness.Engine;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Judging;

/// <summary>A hostile submission: a file of <c>attacks/</c> among the stubs of its chapter.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Text">What it says.</param>
internal sealed record Attack(string Name, string Text)
{
    public static IEnumerable<Attack> All(WorkbookPaths paths) =>
        Directory
            .EnumerateFiles(Path.Combine(paths.Tests, "harness", "grading", "attacks"), "*.cs")
            .Order(StringComparer.Ordinal)
            .Select(file => new Attack(
                Path.GetFileNameWithoutExtension(file),
                File.ReadAllText(file)
            ));

    public string Slug => Header("chapter").Single();

    /// <summary>The state of the chapter, then what must be named beside it; <c>Red</c> for one that was run and passed nothing.</summary>
    public IReadOnlyList<string> Expected =>
        [.. Header("expect").SelectMany(line => line.Split(' ', 2))];

    /// <summary>A file that must not be there afterwards.</summary>
    public string? Never => Header("never").SingleOrDefault();

    /// <summary>Lays out the submission.</summary>
    public void Write(WorkbookPaths paths, string folder)
    {
        var stubs = ChapterSources.Read(Path.Combine(paths.Exercises, Slug));
        foreach (var file in With(stubs).Files)
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(file.Path)), file.Text);
    }

    public override string ToString() => Name;

    private ChapterSources With(ChapterSources stubs)
    {
        var own = new SourceFile($"{Name}.cs", Text);
        try
        {
            return stubs.Replace(own);
        }
        catch (ArgumentException)
        {
            return new([.. stubs.Files, own]);
        }
    }

    private IEnumerable<string> Header(string key) =>
        Text.Split('\n')
            .Where(line => line.StartsWith($"// {key}: ", StringComparison.Ordinal))
            .Select(line => line[$"// {key}: ".Length..].Trim());
}
