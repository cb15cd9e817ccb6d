using System.Text.Json.Serialization;

namespace Katas.Harness.Engine.Mutants;

/// <summary>What came of a mutant.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MutantOutcome>))]
public enum MutantOutcome
{
    /// <summary>The compiler refuses it. It does not count.</summary>
    NotCompiling,

    /// <summary>The compiler makes the same of it as of the reference answer, or of an earlier mutant. It does not count.</summary>
    SameCode,

    /// <summary>A test fails.</summary>
    Killed,

    /// <summary>Every test passes.</summary>
    Survived,
}
