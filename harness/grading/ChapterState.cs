using System.Text.Json.Serialization;

namespace Katas.Harness.Grading;

/// <summary>How far the grader came with one chapter of a submission.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChapterState>))]
public enum ChapterState
{
    /// <summary>Every test has a verdict.</summary>
    Graded,

    /// <summary>The chapter is not among what was handed in.</summary>
    Missing,

    /// <summary>The compiler refused it, or took longer or more memory than it may.</summary>
    DoesNotCompile,

    /// <summary>It uses what the chapter does not allow, and was not run.</summary>
    NotAllowed,

    /// <summary>It could not be judged here, for a reason that is not the student's (no broker, no sandbox).</summary>
    NotJudged,
}
