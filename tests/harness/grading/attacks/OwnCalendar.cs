// attack: has the framework read beyond an array, at a place that a calendar of its own tells
// chapter: 03-first-thread
// expect: NotAllowed System.Globalization.GregorianCalendar as a base
using System.Globalization;
using System.Text;

namespace Katas.FirstThread;

internal sealed class Peek : GregorianCalendar
{
    private int _word;

    public override int GetDayOfMonth(DateTime time) => int.MinValue + _word;

    public static NotImplementedException Failed()
    {
        var calendar = new Peek();
        var format = new DateTimeFormatInfo { Calendar = calendar };
        var moment = new DateTime(2000, 1, 1);
        var hex = new StringBuilder();
        var text = new StringBuilder();
        for (var word = 96; word < 1200; word++)
        {
            calendar._word = word;
            var pair = moment.ToString("dd", format);
            hex.Append(CultureInfo.InvariantCulture, $"{(int)pair[1]:x4}{(int)pair[0]:x4} ");
            text.Append(pair);
        }
        Console.WriteLine($"MEMORY {hex}");
        Console.WriteLine($"TEXT {text}");
        return new();
    }
}
