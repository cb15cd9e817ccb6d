namespace Katas.Harness.Cli.Coverage;

/// <summary>One chapter of a coverage summary.</summary>
/// <param name="Chapter">The slug.</param>
/// <param name="Passed">How many tests passed.</param>
/// <param name="Total">How many tests there are; 0 when the chapter could not be run.</param>
/// <param name="LineCoverage">How much of the chapter's code the tests ran, in percent; <see langword="null"/> for no data.</param>
/// <param name="Note">Why there is no data, or not all; <see langword="null"/> when the chapter ran to its end.</param>
internal sealed record CoverageRow(
    string Chapter,
    int Passed,
    int Total,
    double? LineCoverage,
    string? Note
);
