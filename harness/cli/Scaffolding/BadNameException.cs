namespace Katas.Harness.Cli.Scaffolding;

/// <summary>A name that a new chapter cannot have.</summary>
/// <param name="message">Which, why, and what it could look like.</param>
public sealed class BadNameException(string message) : Exception(message);
