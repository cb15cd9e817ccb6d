namespace Katas.Harness.Engine;

/// <summary>
/// A chapter compiled and laid beside its tests, for a program that runs them in its own way. Disposing removes the folder.
/// </summary>
public sealed class StagedChapter : IDisposable
{
    private readonly RunFolder? _folder;

    internal StagedChapter(IReadOnlyList<CompileError> errors, RunFolder? folder)
    {
        Errors = errors;
        _folder = folder;
    }

    /// <summary>Why the chapter does not compile; empty when it does.</summary>
    public IReadOnlyList<CompileError> Errors { get; }

    /// <summary>The full path of the test assembly, with all that it needs beside it.</summary>
    /// <exception cref="InvalidOperationException">The chapter does not compile.</exception>
    public string TestAssembly =>
        _folder?.TestAssembly
        ?? throw new InvalidOperationException(
            "The chapter does not compile, so there is no test assembly; look at Errors first."
        );

    /// <inheritdoc/>
    public void Dispose() => _folder?.Dispose();
}
