using System.Globalization;
using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Report;

/// <summary>Reads what a location holds, for the report.</summary>
internal static class Values
{
    /// <summary>The value in text, or <see langword="null"/> when the location holds none (a lock).</summary>
    public static string? Of(Location location, Func<object, string> name)
    {
        if (location.Field == LocationKind.Element)
        {
            var array = (Array)location.Owner!;
            return Text(array.GetValue(location.IndicesIn(array)), name);
        }
        if (location.Field <= 0)
            return null;
        return SiteMaps.Find(location.Field, location.Owner) is { } field
            ? Text(field.GetValue(location.Owner), name)
            : "?";
    }

    /// <summary>A value in text.</summary>
    public static string Text(object? value, Func<object, string> name) =>
        value switch
        {
            null => "null",
            string text => $"\"{text}\"",
            bool flag => flag ? "true" : "false",
            char c => $"'{c}'",
            Enum e => e.ToString(),
            IFormattable number when number.GetType().IsPrimitive || number is decimal =>
                number.ToString(null, CultureInfo.InvariantCulture),
            ValueType structure => TextOfStructure(structure),
            _ => name(value),
        };

    /// <summary>A structure's own text. Its ToString may be rewritten code, whose steps must not count as the program's.</summary>
    private static string TextOfStructure(ValueType structure)
    {
        var (carrier, culture) = (CarrierThread.Current, CultureInfo.CurrentCulture);
        var fiber = carrier?.Fiber;
        try
        {
            carrier?.Fiber = null;
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            return structure.ToString() ?? "?";
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            carrier?.Fiber = fiber;
        }
    }
}
