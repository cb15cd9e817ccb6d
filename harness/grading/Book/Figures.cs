using System.Globalization;

namespace Katas.Harness.Grading.Book;

/// <summary>How figures are written, whatever the language of the machine.</summary>
internal static class Figures
{
    /// <summary>Points, with two decimals at most.</summary>
    public static string Score(double points) =>
        Rounded(points).ToString("0.##", CultureInfo.InvariantCulture);

    public static double Rounded(double points) =>
        Math.Round(points, 2, MidpointRounding.AwayFromZero);

    /// <summary>How many of how many, for example <c>3/4</c>.</summary>
    public static string Of(int part, int all) =>
        string.Create(CultureInfo.InvariantCulture, $"{part}/{all}");

    /// <summary>Covered lines; <c>no data</c> where there is none.</summary>
    public static string Coverage(int? covered, int? lines) =>
        covered is { } some && lines is { } all ? Of(some, all) : "no data";

    public static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
