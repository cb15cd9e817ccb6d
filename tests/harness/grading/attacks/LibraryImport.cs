// attack: has the call to the system written by a generator
// chapter: 03-first-thread
// expect: DoesNotCompile
using System.Runtime.InteropServices;

namespace Katas.FirstThread;

internal static partial class Native
{
    [LibraryImport("libc")]
    public static partial int kill(int process, int signal);
}
