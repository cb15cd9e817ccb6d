using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Katas.Harness.Testing;

/// <summary>Turns the exception of a kata that is not written yet into one friendly line.</summary>
internal static partial class Stub
{
    /// <summary>Replaces the failure of a stub by one line; any other result stays as it is.</summary>
    public static TestResult Explain(TestResult result, string kata)
    {
        if (
            result.ResultState.Status == TestStatus.Failed
            && result.Message.Contains(
                typeof(NotImplementedException).FullName!,
                StringComparison.Ordinal
            )
        )
        {
            var place = Frame().Match(result.StackTrace ?? "");
            result.SetResult(
                ResultState.Failure,
                Text(kata, place.Groups["file"].Value, place.Groups["line"].Value)
            );
        }
        return result;
    }

    /// <summary>The same line for an exception that no test has recorded yet; <see langword="null"/> when it is not a stub's.</summary>
    public static string? Message(Exception exception)
    {
        if (exception.GetBaseException() is not NotImplementedException stub)
            return null;
        var frame = new StackTrace(stub, fNeedFileInfo: true).GetFrame(0);
        return Text(
            frame?.GetMethod()?.Name ?? "This kata",
            Path.GetFileName(frame?.GetFileName()) ?? "",
            frame?.GetFileLineNumber().ToString(CultureInfo.InvariantCulture) ?? ""
        );
    }

    private static string Text(string kata, string file, string line) =>
        file.Length == 0
            ? $"{kata} is still a stub."
            : $"{kata} is still a stub: write it at {file}:{line}.";

    [GeneratedRegex(
        @" in (?:.*[\\/])?(?<file>[^\\/\r\n]+\.cs):line (?<line>[0-9]+)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Frame();
}
