// attack: calls through a pointer
// chapter: 03-first-thread
// expect: DoesNotCompile
namespace Katas.FirstThread;

internal static unsafe class Pointers
{
    public static delegate* <int, void> Leave => &Environment.Exit;
}
