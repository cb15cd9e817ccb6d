using System.Text.Json.Serialization;

namespace Katas.Harness.Workbook.Verdicts;

/// <summary>How a test ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>It passed.</summary>
    Passed,

    /// <summary>An assertion failed, or an exception ended it.</summary>
    Failed,

    /// <summary>It could not run here, and says what it needs.</summary>
    Skipped,

    /// <summary>It did not end within its time.</summary>
    TimeLimit,

    /// <summary>It ended the whole program by <see cref="Environment.Exit"/>.</summary>
    Exit,

    /// <summary>It brought the whole program down, as a stack overflow does.</summary>
    Crash,

    /// <summary>It wrote more to the console than anybody can read.</summary>
    OutputLimit,
}
