using System.Diagnostics.Contracts;
using System.Runtime.CompilerServices;
using VerifyTests;

namespace VerifyNUnit;

/// <summary>Compares a text with the one that was accepted before, in a file beside the test.</summary>
public static class Verifier
{
    /// <summary>Compares a text with <c>Class.Method.verified.txt</c>.</summary>
    /// <param name="target">The text; <see langword="null"/> and the empty text are told apart from each other and from no file.</param>
    /// <param name="settings">Where the files are and what is removed from the text; without it, the usual.</param>
    /// <param name="sourceFile">The test's source file, filled in by the compiler.</param>
    /// <returns>The comparison, to be awaited; a test that forgets that fails.</returns>
    /// <exception cref="InvalidOperationException">No test runs, or its assembly does not watch over its snapshots.</exception>
    [Pure]
    public static SettingsTask Verify(
        string? target,
        VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = ""
    ) => Verify(target, "txt", settings, sourceFile);

    /// <summary>Compares a text with <c>Class.Method.verified.EXTENSION</c>.</summary>
    /// <param name="target">The text; <see langword="null"/> and the empty text are told apart from each other and from no file.</param>
    /// <param name="extension">The extension, without its dot.</param>
    /// <param name="settings">Where the files are and what is removed from the text; without it, the usual.</param>
    /// <param name="sourceFile">The test's source file, filled in by the compiler.</param>
    /// <returns>The comparison, to be awaited; a test that forgets that fails.</returns>
    /// <exception cref="InvalidOperationException">No test runs, or its assembly does not watch over its snapshots.</exception>
    [Pure]
    public static SettingsTask Verify(
        string? target,
        string extension,
        VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = ""
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(extension);
        var chosen = settings ?? new VerifySettings();
        var folder = Path.Combine(Path.GetDirectoryName(sourceFile)!, chosen.Directory ?? "");
        return AwaitedSnapshots.Add(() =>
        {
            var prefix = UsedPrefixes.Claim(
                folder,
                SnapshotName.Of(chosen),
                AwaitedSnapshots.CurrentTest
            );
            var snapshot = new Snapshot(folder, prefix, extension);
            snapshot.Compare(Scrubber.Scrub(target, chosen, sourceFile), chosen.AutoVerifies);
        });
    }
}
