namespace Katas.Harness.Engine;

/// <summary>There is no chapter of that name.</summary>
/// <param name="message">Which, and which there are.</param>
public sealed class ChapterNotFoundException(string message) : Exception(message);
