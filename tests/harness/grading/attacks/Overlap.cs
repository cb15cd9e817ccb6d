// attack: lays one reference over another
// chapter: 03-first-thread
// expect: NotAllowed System.Runtime.InteropServices.StructLayoutAttribute
using System.Runtime.InteropServices;

namespace Katas.FirstThread;

[StructLayout(LayoutKind.Explicit)]
internal struct Both
{
    [FieldOffset(0)]
    public object One;

    [FieldOffset(0)]
    public string Other;
}
