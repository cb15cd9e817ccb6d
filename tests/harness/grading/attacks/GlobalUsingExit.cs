// attack: the same by a using of another file
// chapter: 03-first-thread
// expect: NotAllowed System.Environment.Exit
global using Fine = System.Environment;

namespace Katas.FirstThread;

internal static class Helper
{
    public static readonly int Never = Leave();

    private static int Leave()
    {
        Fine.Exit(0);
        return 1;
    }
}
