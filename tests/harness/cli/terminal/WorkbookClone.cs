using System.Diagnostics;
using Katas.Harness.Cli.Seat;
using Katas.Harness.Cli.Updating;
using Katas.Harness.Engine;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Terminals;

/// <summary>
/// A learner's clone of a workbook of a few real chapters, their stubs as they were published, and the repository that it was cloned from. The
/// command and the chapters' tests are this workbook's own, laid where a build would lay them, so that <c>./kata</c> starts at once.
/// </summary>
internal sealed class WorkbookClone : IDisposable
{
    public const string Shop = "01-ramen-shop";
    public const string Threads = "03-first-thread";
    public const string Orders = "05-lost-orders";

    private static readonly WorkbookPaths Original = WorkbookPaths.Find();
    private static readonly StubVersions Stubs = new(Original);

    private readonly string _folder = Directory.CreateTempSubdirectory("learner 학생 ").FullName;

    private WorkbookClone(IReadOnlyList<string> slugs)
    {
        Directory.CreateDirectory(Published);
        LearnerWorkbook.Git(Published, "init", "--quiet", "--initial-branch=main");
        foreach (var name in new[] { ".gitignore", "kata", WorkbookPaths.SolutionFile })
            File.Copy(Path.Combine(Original.Root, name), Path.Combine(Published, name));
        foreach (var slug in slugs)
        {
            CopySources(Original.Exercises, slug);
            CopySources(Original.Solutions, slug);
            CopySources(Original.Tests, slug);
            foreach (var stub in Stubs.Files(slug))
                File.WriteAllBytes(Path.Combine(Published, Original.Short(stub)), Stubs.Read(stub));
        }
        LearnerWorkbook.Commit(Published, "The workbook");
        LearnerWorkbook.Git(_folder, "clone", "--quiet", Published, Root);
        CopyTools();
        foreach (var slug in slugs)
            CopyTests(slug);
    }

    /// <summary>The workbook's own repository.</summary>
    public string Published => Path.Combine(_folder, "published");

    /// <summary>The learner's clone.</summary>
    public string Root => Path.Combine(_folder, "clone");

    /// <summary>Makes a clone with these chapters, once this workbook's tests of them are built.</summary>
    public static async Task<WorkbookClone> Create(params IReadOnlyList<string> slugs)
    {
        await using var engine = new ChapterEngine(Original);
        await engine.Prepare(slugs);
        return new(slugs);
    }

    /// <summary>The learner's file.</summary>
    public string Answer(string slug, string file) => Path.Combine(Root, "exercises", slug, file);

    /// <summary>The reference answer of a file, in which only these katas are written.</summary>
    public static string Written(string slug, string file, params IReadOnlyList<string> katas)
    {
        var path = Path.Combine(slug, file);
        var text = File.ReadAllText(Path.Combine(Original.Solutions, path));
        var stub = TextFile.Parse(Stubs.Read(Path.Combine(Original.Exercises, path))).Text;
        foreach (var kata in LessonKatas.Read(Original, slug).Select(kata => kata.Name))
        {
            if (!katas.Contains(kata) && KataSource.Declares(stub, kata))
                text = KataSource.Replace(text, stub, kata)!;
        }
        return text;
    }

    /// <summary>Everything as it was cloned, and nothing remembered.</summary>
    public void StartOver()
    {
        LearnerWorkbook.Git(Root, "checkout", "--quiet", "--", "exercises");
        if (Directory.Exists(Path.Combine(Root, ".kata")))
            Directory.Delete(Path.Combine(Root, ".kata"), recursive: true);
    }

    public void Dispose()
    {
        foreach (
            var file in new DirectoryInfo(_folder).EnumerateFiles("*", SearchOption.AllDirectories)
        )
            file.IsReadOnly = false;
        Directory.Delete(_folder, recursive: true);
    }

    private void CopySources(string room, string slug)
    {
        var target = Path.Combine(Published, Path.GetFileName(room), slug);
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(room, slug)))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
    }

    private void CopyTools()
    {
        var tool = Path.Combine(Root, "harness", "cli", "bin", "Release", "net10.0");
        Copy(AppContext.BaseDirectory, tool);
        File.WriteAllText(Path.Combine(tool, "kata.stamp"), "");
    }

    private void CopyTests(string slug)
    {
        var (from, to) = (Path.Combine(Original.Tests, slug), Path.Combine(Root, "tests", slug));
        var bin = Path.Combine("bin", "solutions", "Debug", "net10.0");
        var obj = Path.Combine("obj", "solutions");
        Copy(Path.Combine(from, bin), Path.Combine(to, bin));
        Directory.CreateDirectory(Path.Combine(to, obj));
        File.Copy(Path.Combine(from, obj, "Debug.rsp"), Path.Combine(to, obj, "Debug.rsp"));
        File.WriteAllText(Path.Combine(to, obj, "Debug.built"), "");
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        using var process = Process.Start("cp", ["-a", "--", Path.Combine(from, "."), to]);
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"cp {from}");
    }
}
