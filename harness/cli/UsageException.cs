namespace Katas.Harness.Cli;

/// <summary>The command line asks for what cannot be done; the message says what could.</summary>
/// <param name="message">A sentence for the user.</param>
internal sealed class UsageException(string message) : Exception(message);
