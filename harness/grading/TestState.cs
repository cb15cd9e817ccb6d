using System.Text.Json.Serialization;

namespace Katas.Harness.Grading;

/// <summary>What a test says of a submission.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TestState>))]
public enum TestState
{
    /// <summary>It passed.</summary>
    Passed,

    /// <summary>It failed, or there is no verdict that can be trusted.</summary>
    Failed,

    /// <summary>It ran into a limit or crashed, was run once more in a fresh process, and passed.</summary>
    Unstable,
}
