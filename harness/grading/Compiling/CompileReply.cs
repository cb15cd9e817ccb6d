using Katas.Harness.Engine;
using Katas.Harness.Grading.Coverage;

namespace Katas.Harness.Grading.Compiling;

/// <summary>What became of an answer; there is an assembly unless it does not compile.</summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="Assembly">The assembly.</param>
/// <param name="Symbols">Its portable symbols.</param>
/// <param name="Errors">Why it does not compile.</param>
/// <param name="Violations">What it does that the chapter does not allow.</param>
/// <param name="Coverage">What the assembly measures of itself, or <see langword="null"/> when it does not.</param>
internal sealed record CompileReply(
    string Name,
    byte[] Assembly,
    byte[] Symbols,
    IReadOnlyList<CompileError> Errors,
    IReadOnlyList<RuleViolation> Violations,
    CoverageMap? Coverage = null
)
{
    /// <summary>The names of files that were changed although there is nothing to write in them: the workbook's own were compiled.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>It does not compile.</summary>
    public static CompileReply Failed(params IReadOnlyList<CompileError> errors) =>
        new("", [], [], errors, []);

    /// <summary>It does not compile, for a reason that no line of it stands for.</summary>
    public static CompileReply Failed(string reason) =>
        Failed(new CompileError("", 0, 0, "limit", reason));
}
