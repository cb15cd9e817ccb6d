using System.Globalization;
using Katas.Harness.Probes;
using NUnit.Framework;

namespace Katas.Harness.Testing;

/// <summary>What the guard says of a test that it ended.</summary>
internal static class TestEnd
{
    public const string NotRun =
        "Not run: an earlier test of this kata ended the whole test process.";

    public const string NoTimeLeft =
        "Not run: earlier tests of this kata have not ended, and have used up the chapter's time for that.";

    public static string Hung(TimeSpan limit) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Time limit: the test had not ended after {limit.TotalSeconds:0.##} s. Look for a loop without an end, or for two threads that wait for each other."
        );

    /// <summary>A complaint, and where the test waits, if that is known.</summary>
    public static string At(string complaint, WaitingPlace? place) =>
        place?.Line is { } line ? $"{complaint} It waits at {line}." : complaint;

    public static string Flooded(long characters) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Output limit: the test wrote more than {characters:N0} characters to the console. Look for a loop that prints."
        );

    /// <summary>A check that failed on another thread speaks for itself; any other exception would have ended a program.</summary>
    public static string Escaped(Exception exception, string? thread) =>
        exception is ProbeException or ResultStateException
            ? exception.Message
            : $"An exception that nobody catches on a thread ends a program: {exception.GetType().Name} on {(thread is null ? "a thread without a name" : $"thread '{thread}'")}: {exception.Message}";
}
