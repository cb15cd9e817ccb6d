using System.Diagnostics.CodeAnalysis;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>The old names of what <see cref="Volatile"/> does.</summary>
internal static partial class ControlledThread
{
    public static byte VolatileRead(ref byte address, int site) =>
        ControlledVolatile.Read(in address, site);

    public static void VolatileWrite(ref byte address, byte value, int site) =>
        ControlledVolatile.Write(ref address, value, site);

    public static sbyte VolatileRead(ref sbyte address, int site) =>
        ControlledVolatile.Read(in address, site);

    public static void VolatileWrite(ref sbyte address, sbyte value, int site) =>
        ControlledVolatile.Write(ref address, value, site);

    public static short VolatileRead(ref short address, int site) =>
        ControlledVolatile.Read(in address, site);

    public static void VolatileWrite(ref short address, short value, int site) =>
        ControlledVolatile.Write(ref address, value, site);

    public static ushort VolatileRead(ref ushort address, int site) =>
        ControlledVolatile.Read(in address, site);

    public static void VolatileWrite(ref ushort address, ushort value, int site) =>
        ControlledVolatile.Write(ref address, value, site);

    public static int VolatileRead(ref int address, int site) =>
        ControlledVolatile.Read(in address, site);

    public static void VolatileWrite(ref int address, int value, int site) =>
        ControlledVolatile.Write(ref address, value, site);

    public static uint VolatileRead(ref uint address, int site) =>
        ControlledVolatile.Read(in address, site);

    public static void VolatileWrite(ref uint address, uint value, int site) =>
        ControlledVolatile.Write(ref address, value, site);

    public static long VolatileRead(ref long address, int site) =>
        ControlledVolatile.Read(in address, site);

    public static void VolatileWrite(ref long address, long value, int site) =>
        ControlledVolatile.Write(ref address, value, site);

    public static ulong VolatileRead(ref ulong address, int site) =>
        ControlledVolatile.Read(in address, site);

    public static void VolatileWrite(ref ulong address, ulong value, int site) =>
        ControlledVolatile.Write(ref address, value, site);

    public static nint VolatileRead(ref nint address, int site) =>
        ControlledVolatile.Read(in address, site);

    public static void VolatileWrite(ref nint address, nint value, int site) =>
        ControlledVolatile.Write(ref address, value, site);

    public static nuint VolatileRead(ref nuint address, int site) =>
        ControlledVolatile.Read(in address, site);

    public static void VolatileWrite(ref nuint address, nuint value, int site) =>
        ControlledVolatile.Write(ref address, value, site);

    public static float VolatileRead(ref float address, int site) =>
        ControlledVolatile.Read(in address, site);

    public static void VolatileWrite(ref float address, float value, int site) =>
        ControlledVolatile.Write(ref address, value, site);

    public static double VolatileRead(ref double address, int site) =>
        ControlledVolatile.Read(in address, site);

    public static void VolatileWrite(ref double address, double value, int site) =>
        ControlledVolatile.Write(ref address, value, site);

    [return: NotNullIfNotNull(nameof(address))]
    public static object? VolatileRead(
        [NotNullIfNotNull(nameof(address))] ref object? address,
        int site
    ) => ControlledVolatile.Read(in address, site);

    public static void VolatileWrite(
        [NotNullIfNotNull(nameof(value))] ref object? address,
        object? value,
        int site
    ) => ControlledVolatile.Write(ref address, value, site);
}
