using System.CommandLine.Parsing;
using System.Globalization;

namespace Katas.Harness.Cli;

/// <summary>Parses numbers on the command lines of kata and bench.</summary>
internal static class WholeNumber
{
    /// <summary>The number of an argument or an option; an error with the range and the text where there is none.</summary>
    /// <param name="result">The text.</param>
    /// <param name="name">The argument or option, as the user knows it.</param>
    /// <param name="minimum">The lowest number that makes sense.</param>
    /// <param name="maximum">The highest.</param>
    public static int Parse(ArgumentResult result, string name, int minimum, int maximum)
    {
        var text = result.Tokens[0].Value;
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= minimum
            && number <= maximum
        )
            return number;
        result.AddError($"{name} takes a number from {minimum} to {maximum}, not '{text}'.");
        return minimum;
    }
}
