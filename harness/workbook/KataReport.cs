namespace Katas.Harness.Workbook;

/// <summary>How one kata's tests ended.</summary>
/// <param name="Order">Its place in the lesson, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Passed">How many of its tests passed.</param>
/// <param name="Total">How many tests it has.</param>
public sealed record KataReport(int Order, string Name, int Passed, int Total);
