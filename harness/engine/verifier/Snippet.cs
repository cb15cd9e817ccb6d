namespace Katas.Harness.Engine.Verifier;

/// <summary>A piece of C# in a page.</summary>
/// <param name="Page">The page's path.</param>
/// <param name="Line">The line of the page on which the code begins, from 1.</param>
/// <param name="Code">The code.</param>
/// <param name="Given">What the comment before it says is given.</param>
/// <param name="GivenLine">The line of the page on which that begins, from 1.</param>
internal sealed record Snippet(string Page, int Line, string Code, string Given, int GivenLine);
