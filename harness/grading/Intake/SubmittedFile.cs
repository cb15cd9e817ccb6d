namespace Katas.Harness.Grading.Intake;

/// <summary>A C# file of a submission.</summary>
/// <param name="Path">Where it lies in the chapter's folder, with forward slashes.</param>
/// <param name="Text">What it says.</param>
public sealed record SubmittedFile(string Path, string Text);
