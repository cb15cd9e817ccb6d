using Katas.Harness.Engine;

namespace Katas.Harness.Grading.Coverage;

/// <summary>A compiled chapter that notes which of its places have run.</summary>
/// <param name="Compiled">The chapter.</param>
/// <param name="Map">What its places mean.</param>
internal sealed record MeasuredChapter(CompiledChapter Compiled, CoverageMap Map);
