namespace Katas.Harness.Grading.Cluster;

/// <summary>What a worker answers.</summary>
/// <param name="Worker">What the worker is called.</param>
/// <param name="Workbook">The version of its workbook.</param>
/// <param name="Grade">The grade; <see langword="null"/> when it refuses the job because its workbook is another.</param>
internal sealed record ChapterAnswer(string Worker, string Workbook, ChapterGrade? Grade);
