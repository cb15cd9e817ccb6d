// attack: calls the system itself
// chapter: 03-first-thread
// expect: NotAllowed System.Runtime.InteropServices.DllImportAttribute
using System.Runtime.InteropServices;

namespace Katas.FirstThread;

internal static class Native
{
    [DllImport("libc")]
    public static extern int kill(int process, int signal);
}
