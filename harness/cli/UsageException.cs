namespace Katas.Harness.Cli;

/// <summary>A user's mistake on the command line; the message says what to do instead.</summary>
/// <param name="message">A sentence for the user.</param>
internal sealed class UsageException(string message) : Exception(message);
