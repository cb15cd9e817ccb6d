namespace Katas.Harness.Grading.Book;

/// <summary>When something was handed in.</summary>
/// <param name="Time">The time, if it is known.</param>
/// <param name="IsLate">Whether it is known to be late all the same.</param>
internal sealed record HandInTime(DateTimeOffset? Time, bool IsLate);
