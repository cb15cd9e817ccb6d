using System.Reflection;
using System.Runtime.InteropServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>The array inside a <see cref="Memory{T}"/>, a <see cref="ReadOnlyMemory{T}"/> or an <see cref="ArraySegment{T}"/>.</summary>
/// <typeparam name="TLender">One of them.</typeparam>
internal static class LentArray<TLender>
{
    private static readonly Finder s_find = MakeFinder();

    private delegate Array? Finder(ref TLender lender);

    /// <summary>The array; <see langword="null"/> where there is none, as in the memory of a text.</summary>
    public static Array? Of(ref TLender lender) => s_find(ref lender);

    private static Finder MakeFinder()
    {
        var lender = typeof(TLender).GetGenericTypeDefinition();
        var method =
            lender == typeof(Memory<>) ? nameof(OfMemory)
            : lender == typeof(ReadOnlyMemory<>) ? nameof(OfReadOnlyMemory)
            : nameof(OfSegment);
        return typeof(LentArray<TLender>)
            .GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(typeof(TLender).GetGenericArguments())
            .CreateDelegate<Finder>();
    }

    private static T[]? OfMemory<T>(ref Memory<T> memory) =>
        MemoryMarshal.TryGetArray<T>(memory, out var segment) ? segment.Array : null;

    private static T[]? OfReadOnlyMemory<T>(ref ReadOnlyMemory<T> memory) =>
        MemoryMarshal.TryGetArray(memory, out var segment) ? segment.Array : null;

    private static T[]? OfSegment<T>(ref ArraySegment<T> segment) => segment.Array;
}
