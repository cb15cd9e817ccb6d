namespace Katas.Harness.Engine;

/// <summary>A chapter's tests could not be built.</summary>
/// <param name="message">The build's errors.</param>
public sealed class ChapterBuildException(string message) : Exception(message);
