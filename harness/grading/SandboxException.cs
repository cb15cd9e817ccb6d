namespace Katas.Harness.Grading;

/// <summary>The sandbox that was asked for does not work here.</summary>
/// <param name="message">Why, and what to do.</param>
public sealed class SandboxException(string message) : Exception(message);
