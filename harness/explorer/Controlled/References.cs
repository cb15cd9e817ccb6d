using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Ordinary accesses through a reference that the framework was handed.</summary>
internal static class References
{
    /// <summary>A step before a read.</summary>
    public static void Read<T>(ref T location, int site) =>
        SchedulingPoints.ReadThrough(ref Unsafe.As<T, byte>(ref location), site);

    /// <summary>A step before a write.</summary>
    public static void Write<T>(ref T location, int site) =>
        SchedulingPoints.WriteThrough(ref Unsafe.As<T, byte>(ref location), site);
}
