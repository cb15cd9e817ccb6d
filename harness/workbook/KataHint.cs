namespace Katas.Harness.Workbook;

/// <summary>One level of a kata's hints.</summary>
/// <param name="Name">What it is called: <c>Nudge</c>, for example.</param>
/// <param name="Text">The hint, as Markdown.</param>
public sealed record KataHint(string Name, string Text);
