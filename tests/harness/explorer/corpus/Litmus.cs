namespace Katas.Corpus;

/// <summary>
/// The classic small programs by which memory models are told apart. Each returns what its threads have read and, where that matters, what is left
/// in memory.
/// </summary>
public static class Litmus
{
    private sealed class Cells
    {
        public int X;
        public int Y;
        public volatile int V;
        public volatile int W;
        public readonly object Gate = new();
    }

    private sealed class Pair
    {
        public int First;
        public int Second;
    }

    private sealed class Holder
    {
        public Pair? Pair;
        public volatile Pair? VolatilePair;
        public bool Ready;
        public volatile bool VolatileReady;
        public readonly object Gate = new();
    }

    /// <summary>A program: runs its threads with what it is given, and returns the outcome.</summary>
    public delegate string Program(Action<Action[]> together);

    public static string StoreBufferingPlain(Action<Action[]> together)
    {
        var (s, a, b) = (new Cells(), 0, 0);
        together([
            () =>
            {
                s.X = 1;
                a = s.Y;
            },
            () =>
            {
                s.Y = 1;
                b = s.X;
            },
        ]);
        return $"{a}{b}";
    }

    public static string StoreBufferingVolatile(Action<Action[]> together)
    {
        var (s, a, b) = (new Cells(), 0, 0);
        together([
            () =>
            {
                s.V = 1;
                a = s.W;
            },
            () =>
            {
                s.W = 1;
                b = s.V;
            },
        ]);
        return $"{a}{b}";
    }

    public static string StoreBufferingFenced(Action<Action[]> together)
    {
        var (s, a, b) = (new Cells(), 0, 0);
        together([
            () =>
            {
                s.X = 1;
                Interlocked.MemoryBarrier();
                a = s.Y;
            },
            () =>
            {
                s.Y = 1;
                Thread.MemoryBarrier();
                b = s.X;
            },
        ]);
        return $"{a}{b}";
    }

    public static string StoreBufferingFencedOnOneSide(Action<Action[]> together)
    {
        var (s, a, b) = (new Cells(), 0, 0);
        together([
            () =>
            {
                s.X = 1;
                Interlocked.MemoryBarrier();
                a = s.Y;
            },
            () =>
            {
                s.Y = 1;
                b = s.X;
            },
        ]);
        return $"{a}{b}";
    }

    public static string StoreBufferingInterlocked(Action<Action[]> together)
    {
        var (s, a, b) = (new Cells(), 0, 0);
        together([
            () =>
            {
                Interlocked.Exchange(ref s.X, 1);
                a = s.Y;
            },
            () =>
            {
                Interlocked.Exchange(ref s.Y, 1);
                b = s.X;
            },
        ]);
        return $"{a}{b}";
    }

    public static string MessagePassingPlain(Action<Action[]> together)
    {
        var (s, flag, data) = (new Cells(), 0, 0);
        together([
            () =>
            {
                s.X = 1;
                s.Y = 1;
            },
            () =>
            {
                flag = s.Y;
                data = s.X;
            },
        ]);
        return $"{flag}{data}";
    }

    public static string MessagePassingVolatileWrite(Action<Action[]> together)
    {
        var (s, flag, data) = (new Cells(), 0, 0);
        together([
            () =>
            {
                s.X = 1;
                Volatile.Write(ref s.Y, 1);
            },
            () =>
            {
                flag = s.Y;
                data = s.X;
            },
        ]);
        return $"{flag}{data}";
    }

    public static string MessagePassingVolatileRead(Action<Action[]> together)
    {
        var (s, flag, data) = (new Cells(), 0, 0);
        together([
            () =>
            {
                s.X = 1;
                s.Y = 1;
            },
            () =>
            {
                flag = Volatile.Read(ref s.Y);
                data = s.X;
            },
        ]);
        return $"{flag}{data}";
    }

    public static string MessagePassingVolatile(Action<Action[]> together)
    {
        var (s, flag, data) = (new Cells(), 0, 0);
        together([
            () =>
            {
                s.X = 1;
                s.V = 1;
            },
            () =>
            {
                flag = s.V;
                data = s.X;
            },
        ]);
        return $"{flag}{data}";
    }

#pragma warning disable SYSLIB0054 // The old names are what it is about.
    public static string MessagePassingByOldNames(Action<Action[]> together)
    {
        var (s, flag, data) = (new Cells(), 0, 0);
        together([
            () =>
            {
                s.X = 1;
                Thread.VolatileWrite(ref s.Y, 1);
            },
            () =>
            {
                flag = Thread.VolatileRead(ref s.Y);
                data = s.X;
            },
        ]);
        return $"{flag}{data}";
    }
#pragma warning restore SYSLIB0054

    public static string MessagePassingFenced(Action<Action[]> together)
    {
        var (s, flag, data) = (new Cells(), 0, 0);
        together([
            () =>
            {
                s.X = 1;
                Interlocked.MemoryBarrier();
                s.Y = 1;
            },
            () =>
            {
                flag = s.Y;
                Interlocked.MemoryBarrier();
                data = s.X;
            },
        ]);
        return $"{flag}{data}";
    }

    public static string MessagePassingBarriers(Action<Action[]> together)
    {
        var (s, flag, data) = (new Cells(), 0, 0);
        together([
            () =>
            {
                s.X = 1;
                Volatile.WriteBarrier();
                s.Y = 1;
            },
            () =>
            {
                flag = s.Y;
                Volatile.ReadBarrier();
                data = s.X;
            },
        ]);
        return $"{flag}{data}";
    }

    public static string MessagePassingWriteBarriers(Action<Action[]> together)
    {
        var (s, flag, data) = (new Cells(), 0, 0);
        together([
            () =>
            {
                s.X = 1;
                Volatile.WriteBarrier();
                s.Y = 1;
            },
            () =>
            {
                flag = s.Y;
                Volatile.WriteBarrier();
                data = s.X;
            },
        ]);
        return $"{flag}{data}";
    }

    public static string MessagePassingReadBarriers(Action<Action[]> together)
    {
        var (s, flag, data) = (new Cells(), 0, 0);
        together([
            () =>
            {
                s.X = 1;
                Volatile.ReadBarrier();
                s.Y = 1;
            },
            () =>
            {
                flag = s.Y;
                Volatile.ReadBarrier();
                data = s.X;
            },
        ]);
        return $"{flag}{data}";
    }

    public static string MessagePassingBarrierToVolatileRead(Action<Action[]> together)
    {
        var (s, flag, data) = (new Cells(), 0, 0);
        together([
            () =>
            {
                s.X = 1;
                Volatile.WriteBarrier();
                s.Y = 1;
            },
            () =>
            {
                flag = Volatile.Read(ref s.Y);
                data = s.X;
            },
        ]);
        return $"{flag}{data}";
    }

    public static string StoreBufferingBarriers(Action<Action[]> together)
    {
        var (s, a, b) = (new Cells(), 0, 0);
        together([
            () =>
            {
                s.X = 1;
                Volatile.WriteBarrier();
                Volatile.ReadBarrier();
                a = s.Y;
            },
            () =>
            {
                s.Y = 1;
                Volatile.WriteBarrier();
                Volatile.ReadBarrier();
                b = s.X;
            },
        ]);
        return $"{a}{b}";
    }

    public static string MessagePassingLocked(Action<Action[]> together)
    {
        var (s, flag, data) = (new Cells(), 0, 0);
        together([
            () =>
            {
                s.X = 1;
                lock (s.Gate)
                    s.Y = 1;
            },
            () =>
            {
                lock (s.Gate)
                    flag = s.Y;
                data = s.X;
            },
        ]);
        return $"{flag}{data}";
    }

    public static string CoherenceOfReads(Action<Action[]> together)
    {
        var (s, a, b) = (new Cells(), 0, 0);
        together([
            () => s.X = 1,
            () =>
            {
                a = s.X;
                b = s.X;
            },
        ]);
        return $"{a}{b}";
    }

    public static string CoherenceOfWrites(Action<Action[]> together)
    {
        var (s, a, b, c, d) = (new Cells(), 0, 0, 0, 0);
        together([
            () => s.X = 1,
            () => s.X = 2,
            () =>
            {
                a = s.X;
                b = s.X;
            },
            () =>
            {
                c = s.X;
                d = s.X;
            },
        ]);
        // Only whether the two readers saw the two writes in opposite orders.
        return (a, b, c, d) is (1, 2, 2, 1) or (2, 1, 1, 2) ? "opposite" : "agree";
    }

    public static string IndependentReadsPlain(Action<Action[]> together)
    {
        var (s, a, b, c, d) = (new Cells(), 0, 0, 0, 0);
        together([
            () => s.X = 1,
            () => s.Y = 1,
            () =>
            {
                a = s.X;
                b = s.Y;
            },
            () =>
            {
                c = s.Y;
                d = s.X;
            },
        ]);
        return (a, b, c, d) is (1, 0, 1, 0) ? "opposite" : "agree";
    }

    public static string IndependentReadsVolatile(Action<Action[]> together)
    {
        var (s, a, b, c, d) = (new Cells(), 0, 0, 0, 0);
        together([
            () => s.V = 1,
            () => s.W = 1,
            () =>
            {
                a = s.V;
                b = s.W;
            },
            () =>
            {
                c = s.W;
                d = s.V;
            },
        ]);
        return (a, b, c, d) is (1, 0, 1, 0) ? "opposite" : "agree";
    }

    public static string IndependentReadsFenced(Action<Action[]> together)
    {
        var (s, a, b, c, d) = (new Cells(), 0, 0, 0, 0);
        together([
            () => s.X = 1,
            () => s.Y = 1,
            () =>
            {
                a = s.X;
                Interlocked.MemoryBarrier();
                b = s.Y;
            },
            () =>
            {
                c = s.Y;
                Interlocked.MemoryBarrier();
                d = s.X;
            },
        ]);
        return (a, b, c, d) is (1, 0, 1, 0) ? "opposite" : "agree";
    }

    public static string WriteToReadCausalityPlain(Action<Action[]> together)
    {
        var (s, a, b, c) = (new Cells(), 0, 0, 0);
        together([
            () => s.X = 1,
            () =>
            {
                a = s.X;
                s.Y = 1;
            },
            () =>
            {
                b = s.Y;
                c = s.X;
            },
        ]);
        return $"{a}{b}{c}";
    }

    public static string WriteToReadCausalityVolatile(Action<Action[]> together)
    {
        var (s, a, b, c) = (new Cells(), 0, 0, 0);
        together([
            () => s.X = 1,
            () =>
            {
                a = s.X;
                s.V = 1;
            },
            () =>
            {
                b = s.V;
                c = s.X;
            },
        ]);
        return $"{a}{b}{c}";
    }

    public static string TwoPlusTwoWritesPlain(Action<Action[]> together)
    {
        var s = new Cells();
        together([
            () =>
            {
                s.X = 1;
                s.Y = 2;
            },
            () =>
            {
                s.Y = 1;
                s.X = 2;
            },
        ]);
        return $"{s.X}{s.Y}";
    }

    public static string TwoPlusTwoWritesVolatile(Action<Action[]> together)
    {
        var s = new Cells();
        together([
            () =>
            {
                s.V = 1;
                s.W = 2;
            },
            () =>
            {
                s.W = 1;
                s.V = 2;
            },
        ]);
        return $"{s.V}{s.W}";
    }

    // S: a write read by another thread, which overwrites what was written before it.
    public static string SPlain(Action<Action[]> together)
    {
        var (s, a) = (new Cells(), 0);
        together([
            () =>
            {
                s.X = 2;
                s.Y = 1;
            },
            () =>
            {
                a = s.Y;
                s.X = 1;
            },
        ]);
        return $"{a}{s.X}";
    }

    public static string SVolatile(Action<Action[]> together)
    {
        var (s, a) = (new Cells(), 0);
        together([
            () =>
            {
                s.X = 2;
                s.V = 1;
            },
            () =>
            {
                a = s.V;
                s.X = 1;
            },
        ]);
        return $"{a}{s.X}";
    }

    // R: two writes to one place, and a read that one of them should come before.
    public static string RPlain(Action<Action[]> together)
    {
        var (s, a) = (new Cells(), 0);
        together([
            () =>
            {
                s.X = 1;
                s.Y = 1;
            },
            () =>
            {
                s.Y = 2;
                a = s.X;
            },
        ]);
        return $"{s.Y}{a}";
    }

    public static string RVolatile(Action<Action[]> together)
    {
        var (s, a) = (new Cells(), 0);
        together([
            () =>
            {
                s.V = 1;
                s.W = 1;
            },
            () =>
            {
                s.W = 2;
                a = s.V;
            },
        ]);
        return $"{s.W}{a}";
    }

    public static string RFenced(Action<Action[]> together)
    {
        var (s, a) = (new Cells(), 0);
        together([
            () =>
            {
                s.X = 1;
                Interlocked.MemoryBarrier();
                s.Y = 1;
            },
            () =>
            {
                s.Y = 2;
                Interlocked.MemoryBarrier();
                a = s.X;
            },
        ]);
        return $"{s.Y}{a}";
    }

    public static string LoadBuffering(Action<Action[]> together)
    {
        var (s, a, b) = (new Cells(), 0, 0);
        together([
            () =>
            {
                a = s.X;
                s.Y = 1;
            },
            () =>
            {
                b = s.Y;
                s.X = 1;
            },
        ]);
        return $"{a}{b}";
    }

    // Publication: what a reader of the reference may find in the object's fields.
    public static string PublicationByReference(Action<Action[]> together)
    {
        var (h, seen) = (new Holder(), "none");
        together([
            () =>
            {
                var pair = new Pair();
                pair.First = 1;
                pair.Second = 2;
                h.Pair = pair;
            },
            () =>
            {
                if (h.Pair is { } pair)
                    seen = $"{pair.First}{pair.Second}";
            },
        ]);
        return seen;
    }

    public static string ChangeAfterPublication(Action<Action[]> together)
    {
        var (h, seen) = (new Holder(), "none");
        together([
            () =>
            {
                var pair = new Pair();
                h.Pair = pair;
                pair.First = 1;
                pair.Second = 2;
            },
            () =>
            {
                if (h.Pair is { } pair)
                    seen = $"{pair.Second}{pair.First}";
            },
        ]);
        return seen;
    }

    public static string PublicationByFlag(Action<Action[]> together)
    {
        var (h, seen) = (new Holder(), "none");
        together([
            () =>
            {
                h.Pair = new Pair { First = 1 };
                h.Ready = true;
            },
            () =>
            {
                if (h.Ready)
                    seen = h.Pair is { } pair ? $"{pair.First}" : "null";
            },
        ]);
        return seen;
    }

    public static string PublicationByVolatileFlag(Action<Action[]> together)
    {
        var (h, seen) = (new Holder(), "none");
        together([
            () =>
            {
                h.Pair = new Pair { First = 1 };
                h.VolatileReady = true;
            },
            () =>
            {
                if (h.VolatileReady)
                    seen = h.Pair is { } pair ? $"{pair.First}" : "null";
            },
        ]);
        return seen;
    }

    // Double-checked locking, in four forms.
    public static string DoubleCheckedPlain(Action<Action[]> together)
    {
        var (h, seen) = (new Holder(), new string[2]);
        void Use(int me)
        {
            if (h.Pair is null)
            {
                lock (h.Gate)
                {
                    if (h.Pair is null)
                    {
                        var pair = new Pair();
                        pair.First = 1;
                        h.Pair = pair;
                    }
                }
            }
            seen[me] = h.Pair is { } found ? $"{found.First}" : "null";
        }
        together([() => Use(0), () => Use(1)]);
        return $"{seen[0]} {seen[1]}";
    }

    public static string DoubleCheckedVolatile(Action<Action[]> together)
    {
        var (h, seen) = (new Holder(), new string[2]);
        void Use(int me)
        {
            if (h.VolatilePair is null)
            {
                lock (h.Gate)
                {
                    if (h.VolatilePair is null)
                    {
                        var pair = new Pair();
                        pair.First = 1;
                        h.VolatilePair = pair;
                    }
                }
            }
            seen[me] = h.VolatilePair is { } found ? $"{found.First}" : "null";
        }
        together([() => Use(0), () => Use(1)]);
        return $"{seen[0]} {seen[1]}";
    }

    public static string DoubleCheckedFlag(Action<Action[]> together)
    {
        var (h, seen) = (new Holder(), new string[2]);
        void Use(int me)
        {
            if (!h.Ready)
            {
                lock (h.Gate)
                {
                    if (!h.Ready)
                    {
                        h.Pair = new Pair { First = 1 };
                        h.Ready = true;
                    }
                }
            }
            seen[me] = h.Pair is { } found ? $"{found.First}" : "null";
        }
        together([() => Use(0), () => Use(1)]);
        return string.Join(' ', seen.Order(StringComparer.Ordinal));
    }

    public static string DoubleCheckedVolatileFlag(Action<Action[]> together)
    {
        var (h, seen) = (new Holder(), new string[2]);
        void Use(int me)
        {
            if (!h.VolatileReady)
            {
                lock (h.Gate)
                {
                    if (!h.VolatileReady)
                    {
                        h.Pair = new Pair { First = 1 };
                        h.VolatileReady = true;
                    }
                }
            }
            seen[me] = h.Pair is { } found ? $"{found.First}" : "null";
        }
        together([() => Use(0), () => Use(1)]);
        return string.Join(' ', seen.Order(StringComparer.Ordinal));
    }
}
