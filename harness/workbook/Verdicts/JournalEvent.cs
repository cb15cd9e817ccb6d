using System.Text.Json.Serialization;

namespace Katas.Harness.Workbook.Verdicts;

/// <summary>What a test process can write down.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JournalEvent>))]
public enum JournalEvent
{
    /// <summary>The run of an assembly's tests begins.</summary>
    Begin,

    /// <summary>A test starts.</summary>
    Start,

    /// <summary>A test has ended.</summary>
    End,

    /// <summary>The process exits during a test.</summary>
    Exit,

    /// <summary>The run of an assembly's tests is complete.</summary>
    Done,
}
