using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Katas.Corpus;

/// <summary>Two look for what is attached to an object, find nothing, and attach.</summary>
public static class AttachedTwice
{
    private static readonly object Key = new();

    private sealed class Statistics
    {
        public int Count;
    }

    public static void Buggy()
    {
        var table = new ConditionalWeakTable<object, Statistics>();
        var guest = new object();
        void Count()
        {
            if (!table.TryGetValue(guest, out var statistics))
                table.Add(guest, statistics = new Statistics());
            Interlocked.Increment(ref statistics.Count);
        }
        Run.Together(Count, Count);
    }

    public static void Fixed()
    {
        var table = new ConditionalWeakTable<object, Statistics>();
        var guest = new object();
        void Count() =>
            Interlocked.Increment(ref table.GetValue(guest, _ => new Statistics()).Count);
        Run.Together(Count, Count);
        Run.Expect(table.GetValue(guest, _ => new Statistics()).Count == 2, "a guest is lost");
    }
}

/// <summary>A handle that was open when one looked is closed when one uses it, unless one has counted oneself in.</summary>
public static class HandleClosedInUse
{
    private sealed class Tap() : SafeHandle(IntPtr.Zero, ownsHandle: true)
    {
        public bool IsOpen = true;

        public override bool IsInvalid => false;

        protected override bool ReleaseHandle()
        {
            IsOpen = false;
            return true;
        }
    }

    private static void Use(bool counts)
    {
        var tap = new Tap();
        Run.Together(
            () =>
            {
                if (!counts)
                {
                    if (!tap.IsClosed)
                        Run.Expect(tap.IsOpen, "the tap is closed");
                    return;
                }
                var isAdded = false;
                try
                {
                    tap.DangerousAddRef(ref isAdded);
                    Run.Expect(tap.IsOpen, "the tap is closed");
                }
                catch (ObjectDisposedException) { }
                finally
                {
                    if (isAdded)
                        tap.DangerousRelease();
                }
            },
            () => tap.Dispose()
        );
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}
