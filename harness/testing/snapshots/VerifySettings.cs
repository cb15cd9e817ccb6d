using System.Text;

namespace VerifyTests;

/// <summary>Where a snapshot's files are, and what is removed from its text.</summary>
public sealed class VerifySettings
{
    private readonly List<Action<StringBuilder>> _scrubbers = [];

    internal string? Directory { get; private set; }

    internal string? FileName { get; private set; }

    internal string? ParametersText { get; private set; }

    internal bool AutoVerifies { get; private set; }

    internal IReadOnlyList<Action<StringBuilder>> Scrubbers => _scrubbers;

    /// <summary>Keeps the files in another folder.</summary>
    /// <param name="directory">The folder, relative to the test's source file, or absolute.</param>
    public void UseDirectory(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        Directory = directory;
    }

    /// <summary>Replaces class, method and parameters in the files' names.</summary>
    /// <param name="fileName">The name, without <c>.verified</c> and extension.</param>
    public void UseFileName(string fileName)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        FileName = fileName;
    }

    /// <summary>Replaces the parameters in the files' names.</summary>
    /// <param name="parametersText">What stands behind <c>Class.Method_</c>.</param>
    public void UseTextForParameters(string parametersText)
    {
        ArgumentException.ThrowIfNullOrEmpty(parametersText);
        ParametersText = parametersText;
    }

    /// <summary>Changes the text before it is compared. The scrubber added last runs first.</summary>
    /// <param name="scrubber">Changes the text in place.</param>
    public void AddScrubber(Action<StringBuilder> scrubber)
    {
        ArgumentNullException.ThrowIfNull(scrubber);
        _scrubbers.Insert(0, scrubber);
    }

    /// <summary>Accepts whatever is received.</summary>
    public void AutoVerify() => AutoVerifies = true;
}
