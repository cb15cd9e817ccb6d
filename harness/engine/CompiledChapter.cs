namespace Katas.Harness.Engine;

/// <summary>A chapter, compiled in memory.</summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="Assembly">The assembly; empty when there are errors.</param>
/// <param name="Symbols">Its portable symbols; empty when there are errors.</param>
/// <param name="Errors">Why it does not compile; empty when it does.</param>
public sealed record CompiledChapter(
    string Name,
    ReadOnlyMemory<byte> Assembly,
    ReadOnlyMemory<byte> Symbols,
    IReadOnlyList<CompileError> Errors
);
