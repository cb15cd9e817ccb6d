namespace Katas.Harness.Grading;

/// <summary>A place where a submission uses what its chapter does not allow.</summary>
/// <param name="File">The file, relative to the chapter's folder.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Symbol">What is used, for example <c>System.Reflection.FieldInfo</c>.</param>
public sealed record RuleViolation(string File, int Line, string Symbol)
{
    /// <summary>The sentence for the student.</summary>
    public override string ToString() =>
        $"{File}:{Line} uses {Symbol}, which this chapter does not allow";
}
