using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client;

namespace Katas.Harness.DotnetTest.TestLogger;

/// <summary>Writes each test result as one JSON line to the file that its parameter <c>Events</c> names, as soon as it is there.</summary>
[FriendlyName("katas")]
[ExtensionUri("logger://katas/events/v1")]
public sealed class EventLogger : ITestLoggerWithParameters
{
    /// <summary>Longer output helps nobody who reads a verdict.</summary>
    private const int LongestOutput = 20_000;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The parameter <c>Events</c> is missing.</exception>
    public void Initialize(TestLoggerEvents events, Dictionary<string, string?> parameters)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(parameters);
        if (!parameters.TryGetValue("Events", out var path) || string.IsNullOrEmpty(path))
        {
            throw new ArgumentException(
                "The logger 'katas' needs to know where to write: --logger \"katas;Events=<file>\".",
                nameof(parameters)
            );
        }
        events.TestResult += (_, e) => Append(path, e.Result);
    }

    /// <inheritdoc/>
    public void Initialize(TestLoggerEvents events, string testRunDirectory) =>
        Initialize(events, new Dictionary<string, string?>(StringComparer.Ordinal));

    private static void Append(string path, TestResult result)
    {
        var line = JsonSerializer.Serialize(
            new LoggedResult(
                result.TestCase.Source,
                result.TestCase.FullyQualifiedName,
                result.Outcome.ToString(),
                result.ErrorMessage,
                result.ErrorStackTrace,
                OutputOf(result)
            )
        );
        File.AppendAllText(path, line + "\n", Encoding.UTF8);
    }

    private static string? OutputOf(TestResult result)
    {
        var text = string.Concat(
            result
                .Messages.Where(message =>
                    message.Category == TestResultMessage.StandardOutCategory
                    || message.Category == TestResultMessage.StandardErrorCategory
                )
                .Select(message => message.Text)
        );
        return text.Length == 0 ? null
            : text.Length > LongestOutput ? text[^LongestOutput..]
            : text;
    }
}
