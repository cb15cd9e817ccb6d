// attack: writes past the end of an array without a pointer
// chapter: 03-first-thread
// expect: NotAllowed System.Numerics.Vector
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        var bytes = new int[1];
        System.Numerics.Vector.StoreUnsafe(
            System.Numerics.Vector<int>.One,
            ref bytes[0],
            1_000_000
        );
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
