using System.Globalization;
using Katas.Harness.Timing;

namespace Katas.Harness.Cli.Timing;

/// <summary>Formats figures for people.</summary>
internal static class Format
{
    public static string Workers(int count) => Count(count, "worker");

    public static string Rounds(int count) => Count(count, "round");

    /// <summary>The word for a verdict, in tables and in JSON.</summary>
    public static string Verdict(Verdict verdict) =>
        verdict switch
        {
            Harness.Timing.Verdict.Baseline => "baseline",
            Harness.Timing.Verdict.Faster => "faster",
            Harness.Timing.Verdict.Slower => "slower",
            Harness.Timing.Verdict.Same => "same",
            Harness.Timing.Verdict.Inconclusive => "inconclusive",
            Harness.Timing.Verdict.Different => "different output",
            _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No verdict."),
        };

    /// <summary>With two decimals.</summary>
    public static string Number(double value) =>
        value.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>With three significant digits, in s, ms, us or ns.</summary>
    public static string Time(double seconds)
    {
        var (value, unit) = Math.Abs(seconds) switch
        {
            >= 1 => (seconds, "s"),
            >= 1e-3 => (seconds * 1e3, "ms"),
            >= 1e-6 => (seconds * 1e6, "us"),
            _ => (seconds * 1e9, "ns"),
        };
        var format = Math.Abs(value) switch
        {
            >= 100 => "0",
            >= 10 => "0.0",
            _ => "0.00",
        };
        return $"{value.ToString(format, CultureInfo.InvariantCulture)} {unit}";
    }

    /// <summary>A count with its noun, in the plural where it takes one.</summary>
    public static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
