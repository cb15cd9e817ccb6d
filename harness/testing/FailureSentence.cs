using System.Text.RegularExpressions;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Katas.Harness.Testing;

/// <summary>
/// Sees to it that a failure begins with a sentence: that an exception came where the test expected none, and from where; and for a check
/// without words of its own what the test's name says. Stacks are moved from the message to where they belong.
/// </summary>
internal static partial class FailureSentence
{
    private const int LongestText = 300;

    /// <summary>Puts the sentence in front of what failed without one; other results stay as they are.</summary>
    public static TestResult Explain(TestResult result, string kata)
    {
        if (result.ResultState.Status != TestStatus.Failed || result.Message is not { } said)
            return result;
        var frames = Frames().Matches(said).Select(match => match.Value.TrimEnd('\r', '>'));
        var stack = string.Concat(frames.Prepend(result.StackTrace));
        // An exception that is shown as a value is closed behind its last frame.
        var message = Frames().Replace(said, match => match.Value.EndsWith('>') ? ">" : "");
        message =
            (
                result.ResultState.Label == ResultState.Error.Label
                    ? OfException(message, stack, kata)
                    : null
            )
            ?? OfBareCheck(message, result.Test.MethodName)
            ?? message;
        if (message != said)
            result.SetResult(result.ResultState, message, stack);
        return result;
    }

    private static string? OfException(string message, string stack, string kata)
    {
        var thrown = Thrown().Matches(message);
        // What the harness throws speaks for itself.
        if (thrown.Count == 0 || thrown[0].Index != 0 || IsOurs(thrown[0]))
            return null;
        if (thrown.FirstOrDefault(IsOurs) is { } ours)
            return message[ours.Groups["text"].Index..];
        var place = Place().Match(stack);
        var look = place.Success
            ? $" Look at {place.Groups["file"].Value}:{place.Groups["line"].Value}."
            : "";
        var cause = thrown.Count > 1 ? $", because of {Name(thrown[^1])}" : "";
        return $"Expected no exception here, but {kata} ended with {Name(thrown[0])}{cause}.{look}";
    }

    /// <summary>A test's name is a sentence about behaviour, and NUnit repeats what was checked.</summary>
    private static string? OfBareCheck(string message, string? method)
    {
        if (method is null || Bare().Match(message) is not { Success: true } bare)
            return null;
        var check = Checked().Match(message);
        var look = check.Success ? $" Look at {check.Groups["what"].Value.Trim()}." : "";
        var sentence = $"Expected by this test: {method.Replace('_', ' ')}.{look}";
        // In the report of an exploration it stands behind the words that lead to it.
        var lead = bare.Groups["lead"].Value;
        return lead.Length > 0
            ? $"{lead}{sentence} {message[lead.Length..]}"
            : $"  {sentence}\n{message}";
    }

    private static bool IsOurs(Match thrown) =>
        thrown.Groups["type"].Value.StartsWith("Katas.Harness.", StringComparison.Ordinal)
        || thrown.Groups["type"].Value.StartsWith("NUnit.", StringComparison.Ordinal)
        || thrown.Groups["type"].Value.EndsWith("VerifyException", StringComparison.Ordinal);

    private static string Name(Match thrown)
    {
        var text = thrown.Groups["text"].Value.Trim().TrimEnd('.');
        text = text.Length <= LongestText ? text : text[..LongestText] + "…";
        return $"{thrown.Groups["name"].Value} (\"{text}\")";
    }

    // An exception as NUnit writes it, and those inside it; each may say several lines.
    [GeneratedRegex(
        @"^(  ----> )?(?<type>([\w`]+[.+])*(?<name>\w+Exception)\b(`\d+\[.*\])?) ?: (?<text>.*(\n(?!  ----> ).*)*)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex Thrown();

    // What NUnit says of a check without a message, alone or in one schedule of an exploration.
    [GeneratedRegex(
        @"^((?<lead>[\w.]+ : (schedule [\d,]+|the replayed schedule) fails: )(Expected: |But was: )|\s*(Assert\.\w+\(|Expected: |But was: ))",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Bare();

    [GeneratedRegex(
        @"^\s*Assert\.That\((?<what>[^\r\n]+?), (Is|Has|Does|Throws|Contains)\.",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Checked();

    [GeneratedRegex(
        @"\r?\n\s+at \S+\(.*|\r?\n\s*--- End of .+ ---",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Frames();

    // The deepest frame that is not the harness's.
    [GeneratedRegex(
        @"^\s*at (?!Katas\.Harness\.).* in (.*[\\/])?(?<file>[^\\/\r\n]+\.cs):line (?<line>[0-9]+)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex Place();
}
