// attack: lays one reference over another, in a chapter that lays out memory
// chapter: 11-cutting-the-work
// expect: NotAllowed references that overlap
using System.Runtime.InteropServices;

namespace Katas.CuttingTheWork;

[StructLayout(LayoutKind.Explicit)]
internal struct Both
{
    [FieldOffset(0)]
    public object One;

    [FieldOffset(0)]
    public string Other;
}
