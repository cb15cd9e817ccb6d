using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Volatile"/>.</summary>
[Controls(typeof(Volatile))]
internal static class ControlledVolatile
{
    public static void ReadBarrier(int site)
    {
        Atomic.ReadBarrier();
        Volatile.ReadBarrier();
    }

    public static void WriteBarrier(int site)
    {
        Atomic.WriteBarrier();
        Volatile.WriteBarrier();
    }

    public static bool Read(ref readonly bool location, int site)
    {
        Atomic.Read(in location, site, MemoryOrder.Volatile);
        return SchedulingPoints.Loaded(Volatile.Read(in location));
    }

    public static void Write(ref bool location, bool value, int site)
    {
        Atomic.Write(ref location, site);
        Volatile.Write(ref location, value);
    }

    public static byte Read(ref readonly byte location, int site)
    {
        Atomic.Read(in location, site, MemoryOrder.Volatile);
        return SchedulingPoints.Loaded(Volatile.Read(in location));
    }

    public static void Write(ref byte location, byte value, int site)
    {
        Atomic.Write(ref location, site);
        Volatile.Write(ref location, value);
    }

    public static sbyte Read(ref readonly sbyte location, int site)
    {
        Atomic.Read(in location, site, MemoryOrder.Volatile);
        return SchedulingPoints.Loaded(Volatile.Read(in location));
    }

    public static void Write(ref sbyte location, sbyte value, int site)
    {
        Atomic.Write(ref location, site);
        Volatile.Write(ref location, value);
    }

    public static short Read(ref readonly short location, int site)
    {
        Atomic.Read(in location, site, MemoryOrder.Volatile);
        return SchedulingPoints.Loaded(Volatile.Read(in location));
    }

    public static void Write(ref short location, short value, int site)
    {
        Atomic.Write(ref location, site);
        Volatile.Write(ref location, value);
    }

    public static ushort Read(ref readonly ushort location, int site)
    {
        Atomic.Read(in location, site, MemoryOrder.Volatile);
        return SchedulingPoints.Loaded(Volatile.Read(in location));
    }

    public static void Write(ref ushort location, ushort value, int site)
    {
        Atomic.Write(ref location, site);
        Volatile.Write(ref location, value);
    }

    public static int Read(ref readonly int location, int site)
    {
        Atomic.Read(in location, site, MemoryOrder.Volatile);
        return SchedulingPoints.Loaded(Volatile.Read(in location));
    }

    public static void Write(ref int location, int value, int site)
    {
        Atomic.Write(ref location, site);
        Volatile.Write(ref location, value);
    }

    public static uint Read(ref readonly uint location, int site)
    {
        Atomic.Read(in location, site, MemoryOrder.Volatile);
        return SchedulingPoints.Loaded(Volatile.Read(in location));
    }

    public static void Write(ref uint location, uint value, int site)
    {
        Atomic.Write(ref location, site);
        Volatile.Write(ref location, value);
    }

    public static long Read(ref readonly long location, int site)
    {
        Atomic.Read(in location, site, MemoryOrder.Volatile);
        return SchedulingPoints.Loaded(Volatile.Read(in location));
    }

    public static void Write(ref long location, long value, int site)
    {
        Atomic.Write(ref location, site);
        Volatile.Write(ref location, value);
    }

    public static ulong Read(ref readonly ulong location, int site)
    {
        Atomic.Read(in location, site, MemoryOrder.Volatile);
        return SchedulingPoints.Loaded(Volatile.Read(in location));
    }

    public static void Write(ref ulong location, ulong value, int site)
    {
        Atomic.Write(ref location, site);
        Volatile.Write(ref location, value);
    }

    public static float Read(ref readonly float location, int site)
    {
        Atomic.Read(in location, site, MemoryOrder.Volatile);
        return SchedulingPoints.Loaded(Volatile.Read(in location));
    }

    public static void Write(ref float location, float value, int site)
    {
        Atomic.Write(ref location, site);
        Volatile.Write(ref location, value);
    }

    public static double Read(ref readonly double location, int site)
    {
        Atomic.Read(in location, site, MemoryOrder.Volatile);
        return SchedulingPoints.Loaded(Volatile.Read(in location));
    }

    public static void Write(ref double location, double value, int site)
    {
        Atomic.Write(ref location, site);
        Volatile.Write(ref location, value);
    }

    public static nint Read(ref readonly nint location, int site)
    {
        Atomic.Read(in location, site, MemoryOrder.Volatile);
        return SchedulingPoints.Loaded(Volatile.Read(in location));
    }

    public static void Write(ref nint location, nint value, int site)
    {
        Atomic.Write(ref location, site);
        Volatile.Write(ref location, value);
    }

    public static nuint Read(ref readonly nuint location, int site)
    {
        Atomic.Read(in location, site, MemoryOrder.Volatile);
        return SchedulingPoints.Loaded(Volatile.Read(in location));
    }

    public static void Write(ref nuint location, nuint value, int site)
    {
        Atomic.Write(ref location, site);
        Volatile.Write(ref location, value);
    }

    public static T Read<T>(ref readonly T location, int site)
        where T : class?
    {
        Atomic.Read(in location, site, MemoryOrder.Volatile);
        return SchedulingPoints.Loaded(Volatile.Read(in location));
    }

    public static void Write<T>(ref T location, T value, int site)
        where T : class?
    {
        Atomic.Write(ref location, site);
        Volatile.Write(ref location, value);
    }
}
