// attack: makes values of the framework that it would never make, from the bytes of a number
// chapter: 11-cutting-the-work
// expect: NotAllowed references that overlap
using System.Globalization;
using System.Runtime.InteropServices;

namespace Katas.CuttingTheWork;

/// <summary>A date whose day nobody has checked.</summary>
[StructLayout(LayoutKind.Explicit)]
internal struct AnyDate
{
    [FieldOffset(0)]
    public int Day;

    [FieldOffset(0)]
    public DateOnly Date;
}

/// <summary>A number whose scale nobody has checked: 28 is the largest.</summary>
[StructLayout(LayoutKind.Explicit)]
internal struct AnyDecimal
{
    [FieldOffset(0)]
    public uint Flags;

    [FieldOffset(0)]
    public decimal Value;
}

internal static class Probe
{
    private static int s_done;

    public static NotImplementedException Failed()
    {
        if (Interlocked.Exchange(ref s_done, 1) == 1)
            return new();
        for (var century = 100; century < 1500; century++)
        {
            // About the first of July of that century's fiftieth year.
            var date = new AnyDate { Day = (int)((century * 100L + 50) * 365.2425) - 180 };
            var text = date.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var exact = date.Date.ToString("O", CultureInfo.InvariantCulture);
            if (century % 20 == 0 || exact.Any(letter => letter > '9'))
                Console.WriteLine($"MEMORY {century}: {text} | {exact}");
        }
        Console.WriteLine(
            "STACK next, by a decimal with a scale of 255; a crash means that it was overwritten."
        );
        var forged = new AnyDecimal { Value = 1m };
        forged.Flags = 255u << 16;
        try
        {
            Console.WriteLine($"STACK {79228162514264337593543950335m + forged.Value}");
        }
        catch (Exception e) when (e is OverflowException or IndexOutOfRangeException)
        {
            Console.WriteLine($"STACK {e.GetType().Name}");
        }
        return new();
    }
}
