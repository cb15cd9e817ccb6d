namespace Katas.Harness.DotnetTest;

/// <summary>Why a chapter, or the rest of it, did not run.</summary>
/// <param name="What">In three words: <c>does not compile</c>.</param>
/// <param name="Details">A line that helps.</param>
internal sealed record Trouble(string What, string Details);
