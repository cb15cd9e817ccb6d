using Katas.Harness.Workbook;

namespace Katas.Harness.Engine;

/// <summary>Where a chapter's tests stand, and what building them against the solutions leaves behind.</summary>
/// <param name="Slug">The chapter, for example <c>03-first-thread</c>.</param>
/// <param name="Name">Its project's name, for example <c>FirstThread</c>.</param>
/// <param name="TestFolder">The folder of the test project.</param>
/// <param name="Configuration"><c>Debug</c> or <c>Release</c>.</param>
internal sealed record Chapter(string Slug, string Name, string TestFolder, string Configuration)
{
    public string TestProject => Path.Combine(TestFolder, $"{Name}.Tests.csproj");

    public string TestAssembly =>
        Path.Combine(TestFolder, "bin", "solutions", Configuration, "net10.0", $"{Name}.Tests.dll");

    /// <summary>What the chapter's project told the compiler; see <c>harness/build/Chapter.targets</c>.</summary>
    public string CompilerArguments =>
        Path.Combine(TestFolder, "obj", "solutions", $"{Configuration}.rsp");

    /// <summary>As old as the last build of the tests; see <c>tests/Directory.Build.targets</c>.</summary>
    public string BuildStamp =>
        Path.Combine(TestFolder, "obj", "solutions", $"{Configuration}.built");

    /// <summary>Where runs have their folders: on the disk of the test assembly, so that links can reach it.</summary>
    public string RunFolders => Path.Combine(TestFolder, "obj", "runs");

    public static Chapter Find(WorkbookPaths paths, string slug, string configuration)
    {
        var folder = Path.Combine(paths.Tests, slug);
        var project = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.Tests.csproj").SingleOrDefault()
            : null;
        if (project is null)
        {
            throw new ChapterNotFoundException(
                $"There is no chapter '{slug}': {folder} holds no test project. The chapters are {string.Join(", ", paths.Slugs())}."
            );
        }
        var name = Path.GetFileName(project)[..^".Tests.csproj".Length];
        return new Chapter(slug, name, folder, configuration);
    }
}
