using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Workbook;

/// <summary>The metadata of a test assembly, read without loading it.</summary>
/// <param name="Path">The full path of the dll.</param>
/// <param name="Chapter">The slug of the chapter it tests, or a name such as <c>harness-core</c>.</param>
/// <param name="Sources">The folder of the chapter's sources; <see langword="null"/> for the harness's own tests.</param>
/// <param name="Adapters">The folder of the coverage collector it was built with.</param>
/// <param name="Needs">What its tests need beside the SDK, for example <c>broker</c>: the project's <c>&lt;Needs&gt;</c>, between semicolons.</param>
/// <param name="IsExplored">Whether its tests follow the chapter step by step, for which the chapter's assembly must be rewritten.</param>
/// <param name="Katas">The chapter's katas, in the lesson's order; none for the harness's own tests.</param>
public sealed record TestAssembly(
    string Path,
    string Chapter,
    string? Sources,
    string? Adapters,
    IReadOnlyList<string> Needs,
    bool IsExplored,
    IReadOnlyList<Kata> Katas
)
{
    /// <summary>Reads a test assembly, and the chapter's assembly and symbols beside it for the source lines of its katas.</summary>
    /// <param name="path">The dll, as built below <c>tests</c>.</param>
    /// <param name="chapterAssembly">The chapter's dll; by default the one beside <paramref name="path"/>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no test assembly of the workbook.</exception>
    public static TestAssembly Read(string path, string? chapterAssembly = null)
    {
        using var pe = new PEReader(File.OpenRead(path));
        if (!pe.HasMetadata)
            throw new InvalidDataException($"'{path}' is not a .NET assembly.");
        var reader = pe.GetMetadataReader();
        var metadata = AttributeReader.AssemblyMetadata(reader);
        if (!metadata.TryGetValue("Katas.Chapter", out var chapter))
        {
            throw new InvalidDataException(
                $"'{path}' does not say which chapter it tests. Is it built from a project below tests/?"
            );
        }
        metadata.TryGetValue("Katas.Sources", out var sources);
        return new TestAssembly(
            System.IO.Path.GetFullPath(path),
            chapter,
            sources,
            metadata.GetValueOrDefault("Katas.Adapters"),
            metadata
                .GetValueOrDefault("Katas.Needs", "")
                .Split(';', StringSplitOptions.RemoveEmptyEntries),
            metadata.GetValueOrDefault("Katas.Explored") == "true",
            ReadKatas(reader, chapterAssembly ?? ChapterAssemblyBeside(path))
        );
    }

    /// <summary>The kata that a test belongs to, if it belongs to one.</summary>
    /// <param name="test">The test's full name.</param>
    public Kata? KataOf(string test) => Katas.FirstOrDefault(kata => kata.Owns(test));

    /// <summary>Tests in the order of their katas and, in a kata, of their source; those of no kata come last.</summary>
    /// <param name="tests">The tests, in the order in which they run.</param>
    public IReadOnlyList<TestVerdict> InOrder(IReadOnlyList<TestVerdict> tests) =>
        [
            .. tests.OrderBy(test =>
                KataOf(test.Test.FullName) is { } kata
                    ? (kata.Order, kata.PlaceOf(test.Test))
                    : (int.MaxValue, 0)
            ),
        ];

    private static string ChapterAssemblyBeside(string path) =>
        path.Replace(".Tests.dll", ".dll", StringComparison.Ordinal);

    private static List<Kata> ReadKatas(MetadataReader reader, string chapterAssembly)
    {
        var declared = AttributeReader.KataFixtures(reader).ToList();
        if (declared.Count == 0)
            return [];
        using var places = StubPlaces.Open(chapterAssembly);
        return
        [
            .. declared
                .GroupBy(kata => (kata.Order, kata.Type, kata.Member))
                .OrderBy(group => group.Key.Order)
                .Select(group =>
                {
                    var (place, isStub) = places.Find(group.Key.Type, group.Key.Member);
                    return new Kata(
                        group.Key.Order,
                        group.Key.Member ?? ShortName(group.Key.Type),
                        [.. group.Select(kata => kata.Fixture)],
                        place,
                        isStub
                    )
                    {
                        Type = group.Key.Type,
                        Member = group.Key.Member,
                        Methods =
                        [
                            .. group.SelectMany(kata =>
                                kata.Methods.Select(method => (kata.Fixture, method))
                            ),
                        ],
                    };
                }),
        ];
    }

    private static string ShortName(string type) =>
        type[(type.LastIndexOfAny(['.', '+']) + 1)..].Split('`')[0];
}
