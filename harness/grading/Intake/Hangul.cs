using System.Text;

namespace Katas.Harness.Grading.Intake;

/// <summary>
/// Composes Korean syllables of the parts in which macOS writes file names, so that a name is the same from every system. By hand, since
/// programs without ICU have no <see cref="string.Normalize()"/>. See section 3.12 of the Unicode standard.
/// </summary>
internal static class Hangul
{
    private const char FirstSyllable = '\uAC00';
    private const char FirstLead = '\u1100';
    private const char FirstVowel = '\u1161';
    private const char BeforeTails = '\u11A7';
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;

    public static string Compose(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var last = result.Length > 0 ? result[^1] : '\0';
            if (last - FirstLead is >= 0 and < Leads && c - FirstVowel is >= 0 and < Vowels)
            {
                var syllable = ((last - FirstLead) * Vowels + (c - FirstVowel)) * Tails;
                result[^1] = (char)(FirstSyllable + syllable);
            }
            else if (IsOpenSyllable(last) && c - BeforeTails is > 0 and < Tails)
            {
                result[^1] = (char)(last + (c - BeforeTails));
            }
            else
            {
                result.Append(c);
            }
        }
        return result.ToString();
    }

    private static bool IsOpenSyllable(char c) =>
        c - FirstSyllable is >= 0 and < Leads * Vowels * Tails && (c - FirstSyllable) % Tails == 0;
}
