namespace Katas.Harness.Cli.Updating;

/// <summary>How a call of git ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
internal sealed record GitResult(int ExitCode, byte[] Output, string Errors);
