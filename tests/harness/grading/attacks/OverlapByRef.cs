// attack: lays one reference over another, in fields that are references themselves
// chapter: 11-cutting-the-work
// expect: NotAllowed references that overlap
using System.Runtime.InteropServices;

namespace Katas.CuttingTheWork;

internal struct Row
{
    public long First;
    public long Second;
}

[StructLayout(LayoutKind.Explicit)]
internal ref struct Overlap
{
    [FieldOffset(0)]
    public ref long Number;

    [FieldOffset(0)]
    public ref Row Beyond;
}

internal static class Forger
{
    public static void WriteBeyond(long[] numbers)
    {
        var overlap = new Overlap { Number = ref numbers[^1] };
        overlap.Beyond.Second = -1;
    }
}
