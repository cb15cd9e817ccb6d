using System.Text.Json.Serialization;

namespace Katas.Harness.Workbook;

/// <summary>How one chapter's tests ended.</summary>
/// <param name="Chapter">The slug.</param>
/// <param name="Passed">How many tests passed.</param>
/// <param name="Total">How many tests there are; 0 when the chapter could not be run.</param>
/// <param name="RunError">Why the chapter, or the rest of it, did not run (<c>does not compile</c>); <see langword="null"/> when it did.</param>
/// <param name="HostFailed">Whether a kata ended its test process, which loses the coverage that it had collected.</param>
/// <param name="Katas">The chapter's katas, in the lesson's order.</param>
/// <param name="Tests">Its tests, in the order in which they run.</param>
public sealed record ChapterReport(
    string Chapter,
    int Passed,
    int Total,
    [property: JsonPropertyName("trouble")] string? RunError,
    [property: JsonPropertyName("lostHost")] bool HostFailed,
    IReadOnlyList<KataReport> Katas,
    IReadOnlyList<TestReport> Tests
);
