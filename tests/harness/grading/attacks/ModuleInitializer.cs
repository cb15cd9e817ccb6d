// attack: runs before the first test
// chapter: 03-first-thread
// expect: NotAllowed System.Runtime.CompilerServices.ModuleInitializerAttribute
namespace Katas.FirstThread;

internal static class Early
{
    [System.Runtime.CompilerServices.ModuleInitializer]
    internal static void Run() => Thread.Yield();
}
