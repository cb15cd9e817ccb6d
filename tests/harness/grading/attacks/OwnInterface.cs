// attack: has a member of its base class become that of an interface of its own
// chapter: 03-first-thread
// expect: NotAllowed System.Buffers.ArrayPool.Shared
using System.Buffers;

namespace Katas.FirstThread;

internal interface IHasShared
{
    static abstract ArrayPool<char> Shared { get; }
}

internal sealed class Door : ArrayPool<char>, IHasShared
{
    public override char[] Rent(int minimumLength) => new char[minimumLength];

    public override void Return(char[] array, bool clearArray = false) { }
}

internal static class Pool
{
    private static ArrayPool<char> Open<T>()
        where T : IHasShared => T.Shared;

    public static NotImplementedException Failed()
    {
        for (var size = 16; size <= 1 << 16; size *= 2)
        {
            var lent = Open<Door>().Rent(size);
            Console.WriteLine($"LENT {size}: {new string(lent).Replace('\0', ' ').Trim()}");
            // Given back, and kept.
            Open<Door>().Return(lent);
        }
        return new();
    }
}
