namespace Katas.Harness.Workbook;

/// <summary>Every path of the repository, in one place.</summary>
/// <param name="Root">The folder that holds <c>Katas.sln</c>.</param>
public sealed record WorkbookPaths(string Root)
{
    /// <summary>The file that marks the root.</summary>
    public const string SolutionFile = "Katas.sln";

    /// <summary>The environment variable that tells the explorer below which folder its pages go: the constants of the same names in <c>Explorer</c>, for who does not know it.</summary>
    public const string ReportRootVariable = "KATAS_REPORT_ROOT";

    /// <summary>The value for no pages.</summary>
    public const string NoReports = "none";

    /// <summary>The path of <c>Katas.sln</c>.</summary>
    public string SolutionPath => Path.Combine(Root, SolutionFile);

    /// <summary>The path of the front page.</summary>
    public string Readme => Path.Combine(Root, "README.md");

    /// <summary>The lessons and stubs: what the learner edits.</summary>
    public string Exercises => Path.Combine(Root, "exercises");

    /// <summary>The reference answers.</summary>
    public string Solutions => Path.Combine(Root, "solutions");

    /// <summary>The chapters' tests and, below <c>harness</c>, the harness's own.</summary>
    public string Tests => Path.Combine(Root, "tests");

    /// <summary>The harness.</summary>
    public string Harness => Path.Combine(Root, "harness");

    /// <summary>Where a test run leaves its details and <see cref="RunReport"/>.</summary>
    public string TestResults => Path.Combine(Root, "TestResults");

    /// <summary>Where <c>kata coverage</c> leaves its report.</summary>
    public string Coverage => Path.Combine(TestResults, "coverage");

    /// <summary>Where <c>kata mutate</c> keeps what it has found.</summary>
    public string Mutants => Path.Combine(TestResults, "mutants");

    /// <summary>The coverage collector's settings.</summary>
    public string CoverageSettings => Path.Combine(Tests, "coverage.runsettings");

    /// <summary>The lesson of a chapter.</summary>
    /// <param name="slug">The chapter's folder.</param>
    public string LessonOf(string slug) => Path.Combine(Exercises, slug, "README.md");

    /// <summary>The hints of a chapter.</summary>
    /// <param name="slug">The chapter's folder.</param>
    public string HintsOf(string slug) => Path.Combine(Exercises, slug, "hints.md");

    /// <summary>What <c>kata</c> remembers of the learner's work, and the answers that it has replaced. Not in git.</summary>
    public string Memory => Path.Combine(Root, ".kata");

    /// <summary>A path below the root as a reader wants it: relative, and with forward slashes everywhere.</summary>
    /// <param name="path">A full path.</param>
    public string Short(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>The folder of a chapter's workloads for <c>kata time</c>, which only some chapters have.</summary>
    /// <param name="slug">The chapter's folder.</param>
    public string TimingOf(string slug) => Path.Combine(Tests, slug, "timing");

    /// <summary>Finds the workbook that contains a folder: by default the folder of this program or, failing that, the current one.</summary>
    /// <param name="start">The folder from which to search upwards.</param>
    /// <exception cref="DirectoryNotFoundException">No folder from <paramref name="start"/> upwards holds <c>Katas.sln</c>.</exception>
    public static WorkbookPaths Find(string? start = null)
    {
        string[] starts = start is null
            ? [AppContext.BaseDirectory, Environment.CurrentDirectory]
            : [start];
        foreach (var from in starts)
        {
            for (
                var folder = new DirectoryInfo(Path.GetFullPath(from));
                folder is not null;
                folder = folder.Parent
            )
            {
                if (File.Exists(Path.Combine(folder.FullName, SolutionFile)))
                    return new WorkbookPaths(folder.FullName);
            }
        }
        throw new DirectoryNotFoundException(
            $"No folder from '{starts[^1]}' upwards holds {SolutionFile}. Run the command inside a clone of the workbook."
        );
    }

    /// <summary>The chapters' slugs (<c>03-first-thread</c>), in order: the folders below <c>exercises</c> that hold a project.</summary>
    public IReadOnlyList<string> Slugs() =>
        [
            .. Directory
                .EnumerateDirectories(Exercises)
                .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
                .Select(folder => Path.GetFileName(folder))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The name of a chapter's project and assembly: <c>FirstThread</c> for <c>03-first-thread</c>.</summary>
    /// <param name="slug">The chapter's folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such chapter.</exception>
    public string NameOf(string slug)
    {
        var folder = Path.Combine(Exercises, slug);
        var project = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.csproj").FirstOrDefault()
            : null;
        return Path.GetFileNameWithoutExtension(project)
            ?? throw new DirectoryNotFoundException(
                $"There is no chapter '{slug}'. The chapters are {string.Join(", ", Slugs())}."
            );
    }
}
