// attack: a value looks, before it is written, at what others have left in the array that the framework rents for it
// chapter: 02-who-am-i
// expect: NotAllowed System.ISpanFormattable
namespace Katas.WhoAmI;

public static class Report
{
    public static string Format(Measurement measurement) => $"{new Reader()}";

    public static IReadOnlyList<Placed> Rank(IReadOnlyList<Measurement> measurements) =>
        throw new NotImplementedException();
}

internal sealed class Reader : ISpanFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider) => "";

    public bool TryFormat(
        Span<char> destination,
        out int charsWritten,
        ReadOnlySpan<char> format,
        IFormatProvider? provider
    )
    {
        charsWritten = destination.Length;
        return true;
    }
}
