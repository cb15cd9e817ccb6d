using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Interlocked"/>: each call is one step.</summary>
[Controls(typeof(Interlocked))]
internal static class ControlledInterlocked
{
    public static int Increment(ref int location, int site)
    {
        Atomic.Change(ref location, site, "increments");
        return Interlocked.Increment(ref location);
    }

    public static int Decrement(ref int location, int site)
    {
        Atomic.Change(ref location, site, "decrements");
        return Interlocked.Decrement(ref location);
    }

    public static int Add(ref int location1, int value, int site)
    {
        Atomic.Change(ref location1, site, "adds to");
        return Interlocked.Add(ref location1, value);
    }

    public static int And(ref int location1, int value, int site)
    {
        Atomic.Change(ref location1, site, "masks");
        return Interlocked.And(ref location1, value);
    }

    public static int Or(ref int location1, int value, int site)
    {
        Atomic.Change(ref location1, site, "masks");
        return Interlocked.Or(ref location1, value);
    }

    public static long Increment(ref long location, int site)
    {
        Atomic.Change(ref location, site, "increments");
        return Interlocked.Increment(ref location);
    }

    public static long Decrement(ref long location, int site)
    {
        Atomic.Change(ref location, site, "decrements");
        return Interlocked.Decrement(ref location);
    }

    public static long Add(ref long location1, long value, int site)
    {
        Atomic.Change(ref location1, site, "adds to");
        return Interlocked.Add(ref location1, value);
    }

    public static long And(ref long location1, long value, int site)
    {
        Atomic.Change(ref location1, site, "masks");
        return Interlocked.And(ref location1, value);
    }

    public static long Or(ref long location1, long value, int site)
    {
        Atomic.Change(ref location1, site, "masks");
        return Interlocked.Or(ref location1, value);
    }

    public static uint Increment(ref uint location, int site)
    {
        Atomic.Change(ref location, site, "increments");
        return Interlocked.Increment(ref location);
    }

    public static uint Decrement(ref uint location, int site)
    {
        Atomic.Change(ref location, site, "decrements");
        return Interlocked.Decrement(ref location);
    }

    public static uint Add(ref uint location1, uint value, int site)
    {
        Atomic.Change(ref location1, site, "adds to");
        return Interlocked.Add(ref location1, value);
    }

    public static uint And(ref uint location1, uint value, int site)
    {
        Atomic.Change(ref location1, site, "masks");
        return Interlocked.And(ref location1, value);
    }

    public static uint Or(ref uint location1, uint value, int site)
    {
        Atomic.Change(ref location1, site, "masks");
        return Interlocked.Or(ref location1, value);
    }

    public static ulong Increment(ref ulong location, int site)
    {
        Atomic.Change(ref location, site, "increments");
        return Interlocked.Increment(ref location);
    }

    public static ulong Decrement(ref ulong location, int site)
    {
        Atomic.Change(ref location, site, "decrements");
        return Interlocked.Decrement(ref location);
    }

    public static ulong Add(ref ulong location1, ulong value, int site)
    {
        Atomic.Change(ref location1, site, "adds to");
        return Interlocked.Add(ref location1, value);
    }

    public static ulong And(ref ulong location1, ulong value, int site)
    {
        Atomic.Change(ref location1, site, "masks");
        return Interlocked.And(ref location1, value);
    }

    public static ulong Or(ref ulong location1, ulong value, int site)
    {
        Atomic.Change(ref location1, site, "masks");
        return Interlocked.Or(ref location1, value);
    }

    public static long Read(ref readonly long location, int site)
    {
        Atomic.Read(in location, site, MemoryOrder.Full);
        return Interlocked.Read(in location);
    }

    public static ulong Read(ref readonly ulong location, int site)
    {
        Atomic.Read(in location, site, MemoryOrder.Full);
        return Interlocked.Read(in location);
    }

    public static int Exchange(ref int location1, int value, int site)
    {
        Atomic.Change(ref location1, site, "exchanges");
        return Interlocked.Exchange(ref location1, value);
    }

    public static int CompareExchange(ref int location1, int value, int comparand, int site)
    {
        Atomic.CompareExchange(ref location1, comparand, site);
        return Interlocked.CompareExchange(ref location1, value, comparand);
    }

    public static long Exchange(ref long location1, long value, int site)
    {
        Atomic.Change(ref location1, site, "exchanges");
        return Interlocked.Exchange(ref location1, value);
    }

    public static long CompareExchange(ref long location1, long value, long comparand, int site)
    {
        Atomic.CompareExchange(ref location1, comparand, site);
        return Interlocked.CompareExchange(ref location1, value, comparand);
    }

    public static uint Exchange(ref uint location1, uint value, int site)
    {
        Atomic.Change(ref location1, site, "exchanges");
        return Interlocked.Exchange(ref location1, value);
    }

    public static uint CompareExchange(ref uint location1, uint value, uint comparand, int site)
    {
        Atomic.CompareExchange(ref location1, comparand, site);
        return Interlocked.CompareExchange(ref location1, value, comparand);
    }

    public static ulong Exchange(ref ulong location1, ulong value, int site)
    {
        Atomic.Change(ref location1, site, "exchanges");
        return Interlocked.Exchange(ref location1, value);
    }

    public static ulong CompareExchange(ref ulong location1, ulong value, ulong comparand, int site)
    {
        Atomic.CompareExchange(ref location1, comparand, site);
        return Interlocked.CompareExchange(ref location1, value, comparand);
    }

    public static byte Exchange(ref byte location1, byte value, int site)
    {
        Atomic.Change(ref location1, site, "exchanges");
        return Interlocked.Exchange(ref location1, value);
    }

    public static byte CompareExchange(ref byte location1, byte value, byte comparand, int site)
    {
        Atomic.CompareExchange(ref location1, comparand, site);
        return Interlocked.CompareExchange(ref location1, value, comparand);
    }

    public static sbyte Exchange(ref sbyte location1, sbyte value, int site)
    {
        Atomic.Change(ref location1, site, "exchanges");
        return Interlocked.Exchange(ref location1, value);
    }

    public static sbyte CompareExchange(ref sbyte location1, sbyte value, sbyte comparand, int site)
    {
        Atomic.CompareExchange(ref location1, comparand, site);
        return Interlocked.CompareExchange(ref location1, value, comparand);
    }

    public static short Exchange(ref short location1, short value, int site)
    {
        Atomic.Change(ref location1, site, "exchanges");
        return Interlocked.Exchange(ref location1, value);
    }

    public static short CompareExchange(ref short location1, short value, short comparand, int site)
    {
        Atomic.CompareExchange(ref location1, comparand, site);
        return Interlocked.CompareExchange(ref location1, value, comparand);
    }

    public static ushort Exchange(ref ushort location1, ushort value, int site)
    {
        Atomic.Change(ref location1, site, "exchanges");
        return Interlocked.Exchange(ref location1, value);
    }

    public static ushort CompareExchange(
        ref ushort location1,
        ushort value,
        ushort comparand,
        int site
    )
    {
        Atomic.CompareExchange(ref location1, comparand, site);
        return Interlocked.CompareExchange(ref location1, value, comparand);
    }

    public static float Exchange(ref float location1, float value, int site)
    {
        Atomic.Change(ref location1, site, "exchanges");
        return Interlocked.Exchange(ref location1, value);
    }

    public static float CompareExchange(ref float location1, float value, float comparand, int site)
    {
        Atomic.CompareExchange(ref location1, comparand, site);
        return Interlocked.CompareExchange(ref location1, value, comparand);
    }

    public static double Exchange(ref double location1, double value, int site)
    {
        Atomic.Change(ref location1, site, "exchanges");
        return Interlocked.Exchange(ref location1, value);
    }

    public static double CompareExchange(
        ref double location1,
        double value,
        double comparand,
        int site
    )
    {
        Atomic.CompareExchange(ref location1, comparand, site);
        return Interlocked.CompareExchange(ref location1, value, comparand);
    }

    public static nint Exchange(ref nint location1, nint value, int site)
    {
        Atomic.Change(ref location1, site, "exchanges");
        return Interlocked.Exchange(ref location1, value);
    }

    public static nint CompareExchange(ref nint location1, nint value, nint comparand, int site)
    {
        Atomic.CompareExchange(ref location1, comparand, site);
        return Interlocked.CompareExchange(ref location1, value, comparand);
    }

    public static nuint Exchange(ref nuint location1, nuint value, int site)
    {
        Atomic.Change(ref location1, site, "exchanges");
        return Interlocked.Exchange(ref location1, value);
    }

    public static nuint CompareExchange(ref nuint location1, nuint value, nuint comparand, int site)
    {
        Atomic.CompareExchange(ref location1, comparand, site);
        return Interlocked.CompareExchange(ref location1, value, comparand);
    }

    public static object? Exchange(ref object? location1, object? value, int site)
    {
        Atomic.Change(ref location1, site, "exchanges");
        return Interlocked.Exchange(ref location1, value);
    }

    public static object? CompareExchange(
        ref object? location1,
        object? value,
        object? comparand,
        int site
    )
    {
        Atomic.CompareExchange(ref location1, comparand, site);
        return Interlocked.CompareExchange(ref location1, value, comparand);
    }

    public static T Exchange<T>(ref T location1, T value, int site)
    {
        Atomic.Change(ref location1, site, "exchanges");
        return Interlocked.Exchange(ref location1, value);
    }

    public static T CompareExchange<T>(ref T location1, T value, T comparand, int site)
    {
        Atomic.CompareExchange(ref location1, comparand, site);
        return Interlocked.CompareExchange(ref location1, value, comparand);
    }

    public static void MemoryBarrier(int site)
    {
        Atomic.Fence(site);
        Interlocked.MemoryBarrier();
    }

    public static void MemoryBarrierProcessWide(int site)
    {
        Atomic.Fence(site);
        Interlocked.MemoryBarrierProcessWide();
    }
}
