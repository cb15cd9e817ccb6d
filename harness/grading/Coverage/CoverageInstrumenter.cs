using Katas.Harness.Engine;
using Katas.Harness.Workbook;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Katas.Harness.Grading.Coverage;

/// <summary>Has compiled answers note which lines of a chapter's katas run.</summary>
/// <param name="katas">The katas.</param>
/// <param name="solution">The path of the solution's assembly.</param>
internal sealed class CoverageInstrumenter(IReadOnlyList<Kata> katas, string solution)
{
    /// <summary>More than any answer needs: the places travel with each verdict.</summary>
    private const int MostPlaces = 20_000;

    private readonly KataMembers _members = new(katas, Read(File.ReadAllBytes(solution), null));

    /// <summary>Instruments an answer.</summary>
    /// <param name="compiled">The answer, compiled without errors.</param>
    /// <param name="files">Its files.</param>
    /// <returns>The answer with the same behaviour; <see langword="null"/> when it cannot be measured.</returns>
    public MeasuredChapter? Instrument(CompiledChapter compiled, IEnumerable<SourceFile> files)
    {
        var statements = new Statements(files);
        using var module = Read(compiled.Assembly.ToArray(), compiled.Symbols.ToArray());
        var measurement = new Measurement(module);
        var map = new CoverageMap([
            .. katas.Select(kata => new KataLines(
                kata.Name,
                Lines(kata, module, measurement, statements)
            )),
        ]);
        if (measurement.Count is 0 or > MostPlaces)
            return null;
        measurement.Apply();
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        module.Write(
            assembly,
            new WriterParameters
            {
                WriteSymbols = true,
                SymbolStream = symbols,
                SymbolWriterProvider = new PortablePdbWriterProvider(),
                DeterministicMvid = true,
            }
        );
        return new(
            compiled with
            {
                Assembly = assembly.ToArray(),
                Symbols = symbols.ToArray(),
            },
            map
        );
    }

    private List<MeasuredLine> Lines(
        Kata kata,
        ModuleDefinition module,
        Measurement measurement,
        Statements statements
    ) =>
        [
            .. ReachableCode
                .From(_members.Of(kata, module))
                .SelectMany(statements.In, (piece, at) => (piece.Method, at))
                .GroupBy(
                    one => (one.at.Place.Document.Url, one.at.Place.StartLine),
                    one => measurement.Number(one.Method, one.at.First)
                )
                .OrderBy(line => line.Key.Url, StringComparer.Ordinal)
                .ThenBy(line => line.Key.StartLine)
                .Select(line => new MeasuredLine(line.Key.Url, line.Key.StartLine, [.. line])),
        ];

    private static ModuleDefinition Read(byte[] assembly, byte[]? symbols) =>
        ModuleDefinition.ReadModule(
            new MemoryStream(assembly),
            new ReaderParameters
            {
                AssemblyResolver = new NoOtherAssemblies(),
                ReadSymbols = symbols is not null,
                SymbolReaderProvider = symbols is null ? null : new PortablePdbReaderProvider(),
                SymbolStream = symbols is null ? null : new MemoryStream(symbols),
            }
        );
}
