namespace Katas.Harness.Grading;

/// <summary>One test's verdict on a submission.</summary>
/// <param name="Kata">The name of the kata that the test belongs to, or <see langword="null"/>.</param>
/// <param name="Test">The test's name, as learners see it.</param>
/// <param name="State">What it says.</param>
/// <param name="Message">Why, unless it passed: the whole message with its schedule, as plain text.</param>
public sealed record TestGrade(string? Kata, string Test, TestState State, string? Message);
