// attack: opens what is private
// chapter: 03-first-thread
// expect: NotAllowed System.Runtime.CompilerServices.UnsafeAccessorAttribute
using System.Runtime.CompilerServices;

namespace Katas.FirstThread;

internal static class Accessor
{
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Message")]
    public static extern string Message(Exception exception);
}
