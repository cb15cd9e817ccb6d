using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Coverage;

/// <summary>The tests and line coverage of each chapter, as in <c>summary.json</c>.</summary>
/// <param name="Against">The folder whose chapters were tested.</param>
/// <param name="Chapters">A row for each chapter, in order.</param>
internal sealed record CoverageSummary(string Against, IReadOnlyList<CoverageRow> Chapters)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new LineCoverageConverter() },
    };

    /// <summary>Joins the tests' results with the coverage report.</summary>
    /// <param name="against">The folder whose chapters were tested.</param>
    /// <param name="run">The tests' results.</param>
    /// <param name="coverage">The line coverage in percent of each chapter's assembly, by the chapter's slug.</param>
    /// <exception cref="MissingCoverageException">A chapter whose tests ran to their end is not in the report.</exception>
    public static CoverageSummary Join(
        string against,
        RunReport run,
        IReadOnlyDictionary<string, double> coverage
    )
    {
        var missing = run
            .Chapters.Where(chapter => chapter is { RunError: null, HostFailed: false, Total: > 0 })
            .Select(chapter => chapter.Chapter)
            .Where(chapter => !coverage.ContainsKey(chapter))
            .ToList();
        if (missing.Count > 0)
            throw new MissingCoverageException(missing);
        return new(
            against,
            [
                .. run.Chapters.Select(chapter => new CoverageRow(
                    chapter.Chapter,
                    chapter.Passed,
                    chapter.Total,
                    LineCoverage(chapter, coverage),
                    chapter.RunError ?? (chapter.HostFailed ? "test process lost" : null)
                )),
            ]
        );
    }

    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";

    /// <summary>A host that failed has not written its counts, and one that was killed has written zeros: neither is a coverage of 0.</summary>
    private static double? LineCoverage(
        ChapterReport chapter,
        IReadOnlyDictionary<string, double> coverage
    ) =>
        chapter is { RunError: null, HostFailed: false }
        && coverage.TryGetValue(chapter.Chapter, out var percent)
        && !(percent == 0 && chapter.Passed > 0)
            ? percent
            : null;

    /// <summary>A number, or the words <c>no data</c>.</summary>
    private sealed class LineCoverageConverter : JsonConverter<double?>
    {
        public override bool HandleNull => true;

        public override double? Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : null;

        public override void Write(
            Utf8JsonWriter writer,
            double? value,
            JsonSerializerOptions options
        )
        {
            if (value is { } percent)
                writer.WriteNumberValue(percent);
            else
                writer.WriteStringValue("no data");
        }
    }
}
