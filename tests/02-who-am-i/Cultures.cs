using System.Globalization;

namespace Katas.WhoAmI;

/// <summary>Runs code as if the user spoke another language: other decimal points, other alphabets, other orders of words.</summary>
internal static class Cultures
{
    /// <summary>Korean, Turkish, German, and none in particular.</summary>
    public static IReadOnlyList<string> Names { get; } = ["ko-KR", "tr-TR", "de-DE", ""];

    public static T In<T>(string culture, Func<T> call)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
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
        foreach (var culture in Names)
        {
            Assert.That(
                In(culture, call),
                Is.EqualTo(plain),
                $"The text must not depend on the language of the user; this is what a machine set to '{culture}' says. Look for a number or an order that is left to the current culture."
            );
        }
        return plain;
    }
}
