using Katas.Harness.Engine;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli;

/// <summary>Finds the chapters and rooms that the command line names, and compiles each chapter once.</summary>
internal static class RepeatSubjects
{
    private const string HarnessPrefix = "harness/";
    private static readonly string[] Configurations = ["Debug", "Release"];

    public static async Task<IReadOnlyList<RepeatSubject>> Open(
        WorkbookPaths paths,
        ChapterEngine engine,
        string[] names,
        string folder,
        CancellationToken cancellationToken
    )
    {
        var rooms = names.Where(IsRoom).ToList();
        var chapters = names.Where(name => !IsRoom(name)).ToList();
        var slugs =
            rooms.Count > 0 && chapters.Count == 0 ? [] : ChapterArgument.Resolve(paths, chapters);
        await engine.Prepare(slugs, cancellationToken).ConfigureAwait(false);

        var subjects = new List<RepeatSubject>();
        foreach (var slug in slugs)
        {
            var chapter = await Compile(
                    engine,
                    slug,
                    AgainstOption.ChapterFolder(folder, slug),
                    cancellationToken
                )
                .ConfigureAwait(false);
            subjects.Add(new(slug, token => engine.Run(slug, chapter, cancellationToken: token)));
        }
        subjects.AddRange(rooms.Select(room => Room(paths, engine, room)));
        return subjects;
    }

    private static bool IsRoom(string name) =>
        name.StartsWith(HarnessPrefix, StringComparison.Ordinal);

    private static async Task<CompiledChapter> Compile(
        ChapterEngine engine,
        string slug,
        string folder,
        CancellationToken cancellationToken
    )
    {
        var chapter = await engine
            .Compile(slug, ChapterSources.Read(folder), cancellationToken)
            .ConfigureAwait(false);
        return chapter.Errors.Count == 0
            ? chapter
            : throw new UsageException(
                $"{slug} does not compile:{Environment.NewLine}{string.Join(Environment.NewLine, chapter.Errors)}"
            );
    }

    private static RepeatSubject Room(WorkbookPaths paths, ChapterEngine engine, string room)
    {
        var folder = Path.Combine(paths.Tests, room);
        var project = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.csproj").FirstOrDefault()
            : null;
        if (project is null)
            throw new UsageException($"There is no test project in '{folder}'.");
        var name = Path.GetFileNameWithoutExtension(project) + ".dll";
        var assembly = Configurations
            .Select(configuration => Path.Combine(folder, "bin", configuration, "net10.0", name))
            .Where(File.Exists)
            .MaxBy(File.GetLastWriteTimeUtc);
        return assembly is null
            ? throw new UsageException(
                $"The tests of {room} are not built. Run: dotnet build tests/{room}"
            )
            : new(room, token => engine.RunAssembly(room, assembly, token));
    }
}
