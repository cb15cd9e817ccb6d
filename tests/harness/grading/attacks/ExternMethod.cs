// attack: declares a method of the runtime
// chapter: 03-first-thread
// expect: NotAllowed extern
namespace Katas.FirstThread;

internal static class Runtime
{
    public static extern void Leave();
}
