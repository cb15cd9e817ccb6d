using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Intake;

/// <summary>By what names chapters are found in a submission.</summary>
internal sealed class ChapterNames
{
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _files = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="paths">The workbook.</param>
    /// <param name="slugs">The chapters to grade.</param>
    public ChapterNames(WorkbookPaths paths, IReadOnlyList<string> slugs)
    {
        Slugs = slugs;
        foreach (var slug in paths.Slugs())
            _folders.Add(Plain(slug), slug);
        foreach (var slug in slugs)
        {
            foreach (
                var file in Directory.EnumerateFiles(Path.Combine(paths.Exercises, slug), "*.cs")
            )
            {
                var name = Path.GetFileName(file);
                _files[name] = _files.ContainsKey(name) ? null : slug;
            }
        }
    }

    public IReadOnlyList<string> Slugs { get; }

    /// <summary>The chapter that a folder's name stands for: its slug, however it is written (<c>03_First Thread</c>).</summary>
    public string? OfFolder(string name) => _folders.GetValueOrDefault(Plain(name));

    /// <summary>The only chapter with an exercise of that file name, if there is one.</summary>
    public string? OfFile(string name) => _files.GetValueOrDefault(name);

    private static string Plain(string name) =>
        string.Join(
            '-',
            name.ToLowerInvariant()
                .Split(['-', '_', ' ', '.'], StringSplitOptions.RemoveEmptyEntries)
        );
}
