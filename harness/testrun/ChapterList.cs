using Katas.Harness.Chapters;

namespace Katas.Harness.TestRun;

/// <summary>Reads which chapters a run is about.</summary>
/// <remarks>
/// The root's build writes a list (see <c>Directory.Solution.targets</c>), one line each, parts separated by tabs:
/// <c>against path side</c>, <c>project path</c> for every test project, and <c>built dll project</c> for those that were built.
/// </remarks>
internal static class ChapterList
{
    public const string Extension = ".katas";

    /// <summary>The chapters behind the sources of a call: a list, or test assemblies themselves.</summary>
    /// <param name="sources">The paths.</param>
    /// <param name="shorten">How a path is shown.</param>
    public static IReadOnlyList<Chapter> Read(
        IReadOnlyList<string> sources,
        Func<string, string> shorten
    ) =>
        [
            .. sources.SelectMany(source =>
                IsList(source) ? ReadList(source, shorten) : [ReadOne(source)]
            ),
        ];

    public static bool IsList(string source) =>
        source.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Chapter> ReadList(string path, Func<string, string> shorten)
    {
        var lines = File.ReadAllLines(path).Select(line => line.Split('\t')).ToList();
        var against = lines.Single(line => line[0] == "against");
        var built = lines
            .Where(line => line[0] == "built")
            .ToDictionary(line => line[2], line => line[1], StringComparer.Ordinal);

        foreach (var project in lines.Where(line => line[0] == "project").Select(line => line[1]))
        {
            yield return built.TryGetValue(project, out var dll) && File.Exists(dll)
                ? ReadOne(dll)
                : Missing(project, sources: against[1], side: against[2], shorten);
        }
    }

    private static Chapter ReadOne(string dll)
    {
        if (!File.Exists(dll))
        {
            return new(
                Path.GetFileNameWithoutExtension(dll),
                null,
                new("not built", $"{dll} is not there. Run without --no-build.")
            );
        }
        var tests = TestAssembly.Read(dll);
        return new(tests.Chapter, tests, null);
    }

    private static Chapter Missing(
        string project,
        string sources,
        string side,
        Func<string, string> shorten
    )
    {
        var folder = Path.GetDirectoryName(project)!;
        var slug = Path.GetFileName(folder);
        if (Path.GetFileName(Path.GetDirectoryName(folder)) == "harness")
            return new("harness-" + slug, null, NotBuilt);
        if (!Directory.Exists(Path.Combine(sources, slug)))
        {
            return new(
                slug,
                null,
                new("not there", $"{Path.Combine(sources, slug)} does not exist.")
            );
        }
        var error = CompilerErrors
            .Read(Path.Combine(folder, "obj", side, "diagnostics.sarif"), shorten)
            .FirstOrDefault();
        return new(slug, null, error is null ? NotBuilt : new("does not compile", error));
    }

    private static Trouble NotBuilt { get; } =
        new("does not build", "See the errors above the table, or run `dotnet build`.");
}
