namespace Katas.Harness.Grading.Coverage;

/// <summary>The lines of one kata.</summary>
/// <param name="Kata">Its name.</param>
/// <param name="Lines">The lines, in the order of files and lines.</param>
internal sealed record KataLines(string Kata, IReadOnlyList<MeasuredLine> Lines);
