// attack: changes the length of bits while the framework copies them, so that it writes past the end of the copy
// chapter: 03-first-thread
// expect: NotAllowed System.Collections.BitArray.Length
using System.Collections;

namespace Katas.FirstThread;

internal static class Forger
{
    private const int Room = 65_536;

    public static bool[] WriteBeyond()
    {
        var bits = new BitArray(Room + 64) { Length = Room };
        var copy = new bool[Room];
        var other = new Thread(() =>
        {
            bits.Length += 64;
            bits[Room + 16] = true;
        });
        other.Start();
        bits.CopyTo(copy, 0);
        other.Join();
        return copy;
    }
}
