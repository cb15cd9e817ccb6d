using Katas.Harness.Engine;

namespace Katas.Harness.Grading.Compiling;

/// <summary>What a compiler process is asked.</summary>
/// <param name="Slug">The chapter, whose rules count.</param>
/// <param name="CompilerArguments">What its build has told the compiler.</param>
/// <param name="TestAssembly">Its tests, with the solution's assembly beside them.</param>
/// <param name="Files">The answer; paths are relative to the chapter's folder.</param>
/// <param name="Given">The workbook's files in which there is nothing to write.</param>
/// <param name="Limit">How much processor time it may take.</param>
internal sealed record CompileRequest(
    string Slug,
    string CompilerArguments,
    string TestAssembly,
    IReadOnlyList<SourceFile> Files,
    IReadOnlyList<SourceFile> Given,
    TimeSpan Limit
);
