using System.Globalization;

namespace Katas.WhoAmI;

/// <summary>Runs code as if the user spoke another language: other decimal points, other alphabets, other orders of words.</summary>
internal static class Cultures
{
    /// <summary>Korean, Turkish, German, and none in particular.</summary>
    public static IReadOnlyList<string> Names { get; } = ["ko-KR", "tr-TR", "de-DE", ""];

    /// <summary>Somebody who sets a middle dot in fractions and an apostrophe between thousands.</summary>
    private static readonly CultureInfo Own = new("")
    {
        NumberFormat = { NumberDecimalSeparator = "·", NumberGroupSeparator = "’" },
    };

    public static T In<T>(string culture, Func<T> call) =>
        In(CultureInfo.GetCultureInfo(culture), call);

    private static T In<T>(CultureInfo culture, Func<T> call)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return call();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>What a call answers, which must be the same in each culture.</summary>
    public static string SameInAll(Func<string> call)
    {
        var plain = In("", call);
        foreach (var culture in Names.Select(CultureInfo.GetCultureInfo).Append(Own))
        {
            Assert.That(
                In(culture, call),
                Is.EqualTo(plain),
                $"The text must not depend on the language of the user; this is what a machine set to '{culture.Name}' says, whose decimal point is '{culture.NumberFormat.NumberDecimalSeparator}'. Look for a number or an order that is left to the current culture."
            );
        }
        return plain;
    }
}
