namespace Katas.Harness.Grading.Book;

/// <summary>A <c>grading.json</c> that cannot be followed; the message says where and what to do.</summary>
/// <param name="message">A sentence for the user.</param>
public sealed class GradingConfigException(string message) : Exception(message);
