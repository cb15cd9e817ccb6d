using System.Globalization;

namespace Katas.Harness.DotnetTest;

/// <summary>What to say, and what to run again, when a test host did not come to its end.</summary>
internal static class LostHost
{
    /// <summary>Why the test that was running lost its host.</summary>
    public static string Explain(int? exitCode, VSTestCall call)
    {
        if (exitCode is { } code)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Ended the test process with exit code {code}. A kata returns or throws; it does not call Environment.Exit."
            );
        }
        if (call.WasSilent)
            return "Time limit: the test process did not answer any more and was ended.";
        return call.Output.Contains("Stack overflow", StringComparison.Ordinal)
            ? "Crashed the test process: stack overflow. Look for a method that calls itself without an end."
            : "Crashed the test process. Look for a recursion without an end, Environment.FailFast, or a process that kills itself.";
    }

    /// <summary>The filter for the tests that have no result yet.</summary>
    public static string Rest(string? filter, IEnumerable<TestResult> done) =>
        string.Join(
            '&',
            done.Select(result => $"FullyQualifiedName!={Escape(result.Test)}")
                .Prepend(filter is null ? null : $"({filter})")
                .OfType<string>()
        );

    /// <summary>The trouble of a chapter whose host is lost with no test to blame.</summary>
    public static Trouble Trouble(VSTestCall call) =>
        call.WasSilent
            ? new(
                "time limit",
                "The test process did not answer, before or between its tests, and was ended."
            )
            : new(
                "test process lost",
                ChapterResult.FirstLine(call.Output) is { Length: > 0 } line
                    ? line
                    : "It ended before or between its tests. Look at static constructors and fields."
            );

    private static string Escape(string test) =>
        string.Concat(
            test.Select(c => "\\()&|=!~".Contains(c, StringComparison.Ordinal) ? $"\\{c}" : $"{c}")
        );
}
