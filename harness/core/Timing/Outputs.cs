using System.Collections;
using System.Globalization;

namespace Katas.Harness.Timing;

/// <summary>Shows an output in a message.</summary>
internal static class Outputs
{
    private const int Most = 10;

    public static string Describe(object? output) =>
        output switch
        {
            null => "nothing",
            string text => $"'{text}'",
            IEnumerable many => Describe([.. many.Cast<object?>()]),
            _ => Convert.ToString(output, CultureInfo.InvariantCulture) ?? "nothing",
        };

    private static string Describe(object?[] many) =>
        $"[{string.Join(", ", many.Take(Most).Select(Describe))}{(many.Length > Most ? ", …" : "")}]";
}
