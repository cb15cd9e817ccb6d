namespace Katas.Harness.Engine.Mutants;

/// <summary>What came of one mutant.</summary>
/// <param name="Outcome">What.</param>
/// <param name="Code">A hash of what the compiler makes of it; <see langword="null"/> when it does not compile.</param>
/// <param name="KilledBy">The test that failed, and how, or why the tests could not be run; <see langword="null"/> when it was not killed.</param>
/// <param name="Seconds">How long its tests took.</param>
public sealed record MutantResult(
    MutantOutcome Outcome,
    string? Code,
    string? KilledBy = null,
    double Seconds = 0
);
