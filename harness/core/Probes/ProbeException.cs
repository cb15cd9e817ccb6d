namespace Katas.Harness.Probes;

/// <summary>A probe did not see what it was waiting for. The message says what that was, who is inside, and one thing to look at.</summary>
/// <param name="message">What was waited for, what was seen, and one thing to look at.</param>
public sealed class ProbeException(string message) : Exception(message);
