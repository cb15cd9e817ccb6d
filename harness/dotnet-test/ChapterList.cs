using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.DotnetTest;

/// <summary>Reads which chapters a run is about.</summary>
/// <remarks>
/// The build writes a list (see <c>Directory.Solution.targets</c> and <c>Test.targets</c>), parts separated by tabs: first
/// <c>against path side notes</c>, where <c>notes</c> is a folder with a file for each project that was built, then a line
/// <c>project path slug</c> for every test project.
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
        var (sources, side, notes) = (against[1], against[2], against[3]);

        foreach (var line in lines.Where(line => line[0] == "project"))
        {
            var (folder, slug) = (Path.GetDirectoryName(line[1])!, line[2]);
            var note = Path.Combine(notes, slug);
            if (File.Exists(note))
                yield return ReadOne(File.ReadAllText(note).Trim());
            else if (slug.StartsWith("harness-", StringComparison.Ordinal))
                yield return new(slug, null, NotBuilt);
            else
                yield return Missing(
                    slug,
                    Path.Combine(sources, slug),
                    Path.Combine(folder, "obj", side),
                    shorten
                );
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
        string slug,
        string sources,
        string buildFolder,
        Func<string, string> shorten
    )
    {
        if (!Directory.Exists(sources))
            return new(slug, null, new("not there", $"{sources} does not exist."));
        return new(
            slug,
            null,
            FirstError("diagnostics.sarif") is { } error ? new("does not compile", error)
                : FirstError("tests.sarif") is { } mismatch
                    ? new("does not fit its tests", mismatch)
                : NotBuilt
        );

        string? FirstError(string log) =>
            CompilerErrors.Read(Path.Combine(buildFolder, log), shorten).FirstOrDefault();
    }

    private static RunError NotBuilt { get; } =
        new("does not build", "See the errors above the table, or run `dotnet build`.");
}
