using System.Text.RegularExpressions;
using System.Xml.Linq;
using Katas.Harness.Workbook;

namespace Katas.Harness.Build;

/// <summary>The harness as it lies on the disk. What builds leave in a folder does not count: a room that moved leaves nothing else.</summary>
internal static partial class House
{
    private static readonly WorkbookPaths Paths = WorkbookPaths.Find();

    /// <summary>The folder of the harness.</summary>
    public static string Root => Paths.Harness;

    /// <summary>The folder of its tests.</summary>
    public static string Tests => Path.Combine(Paths.Tests, "harness");

    /// <summary>The page that shows the house.</summary>
    public static string Map { get; } = File.ReadAllText(Path.Combine(Root, "README.md"));

    /// <summary>The rooms: the folders that hold a file that is not a build's.</summary>
    public static IEnumerable<string> Rooms(string folder) =>
        Directory
            .EnumerateDirectories(folder)
            .Where(room => Files(room, "*").Any())
            .Select(room => Path.GetFileName(room))
            .Order(StringComparer.Ordinal);

    /// <summary>Every file below a folder that is not a build's.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory
            .EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(file => !IsBuilt(Path.GetRelativePath(folder, file)));

    /// <summary>A project's folder, as the map names it: <c>pools/broker</c>.</summary>
    public static string RoomOf(string project) =>
        Path.GetRelativePath(Root, Path.GetDirectoryName(project)!).Replace('\\', '/');

    /// <summary>The rooms that a project refers to.</summary>
    public static IEnumerable<string> References(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        var document = XDocument.Load(project);
        var references = document
            .Descendants("ProjectReference")
            .Select(reference => reference.Attribute("Include")!.Value)
            .Select(path => Path.GetFullPath(Path.Combine(folder, path)));
        // The targets of the explorer bring the explorer along.
        var imports = document
            .Descendants("Import")
            .Any(import =>
                import
                    .Attribute("Project")!
                    .Value.EndsWith("Explorer.targets", StringComparison.Ordinal)
            );
        return references
            .Where(path =>
                path.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            )
            .Select(RoomOf)
            .Concat(imports ? ["explorer"] : []);
    }

    /// <summary>The arrows on the map.</summary>
    public static IReadOnlyList<(string From, string To)> Arrows() =>
        [
            .. Arrow()
                .Matches(Map)
                .Select(arrow => (arrow.Groups["from"].Value, arrow.Groups["to"].Value)),
        ];

    private static bool IsBuilt(string path) =>
        path.Split('/', '\\').Any(part => part is "bin" or "obj" or "TestResults");

    [GeneratedRegex(
        @"^  (?<from>[a-z/-]+) --> (?<to>[a-z/-]+)$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex Arrow();
}
