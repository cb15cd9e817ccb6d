namespace Katas.Harness.Grading.Coverage;

/// <summary>Which places of a measured chapter are lines of which kata.</summary>
/// <param name="Katas">The katas, in the lesson's order.</param>
internal sealed record CoverageMap(IReadOnlyList<KataLines> Katas);
