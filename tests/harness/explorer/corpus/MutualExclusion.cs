namespace Katas.Corpus;

/// <summary>Algorithms that stand and fall with the order of memory. Each returns whether it has kept its promise.</summary>
public static class MutualExclusion
{
    private sealed class Intents
    {
        public int First;
        public int Second;
        public int Turn;
        public volatile int VolatileFirst;
        public volatile int VolatileSecond;
        public volatile int VolatileTurn;
        public int Inside;
        public int Most;

        public void Enter() => Most = Math.Max(Most, Interlocked.Increment(ref Inside));

        public void Leave() => Interlocked.Decrement(ref Inside);
    }

    private sealed class Versioned
    {
        public int Version;
        public int A;
        public int B;
    }

    private static string Verdict(Intents s) => s.Most <= 1 ? "alone" : "both";

    // Dekker's entry, where who sees the other's intent gives up.
    public static string DekkerVolatile(Action<Action[]> together)
    {
        var s = new Intents();
        together([
            () =>
            {
                s.VolatileFirst = 1;
                if (s.VolatileSecond == 0)
                {
                    s.Enter();
                    s.Leave();
                }
            },
            () =>
            {
                s.VolatileSecond = 1;
                if (s.VolatileFirst == 0)
                {
                    s.Enter();
                    s.Leave();
                }
            },
        ]);
        return Verdict(s);
    }

    public static string DekkerFenced(Action<Action[]> together)
    {
        var s = new Intents();
        together([
            () =>
            {
                s.First = 1;
                Interlocked.MemoryBarrier();
                if (s.Second == 0)
                {
                    s.Enter();
                    s.Leave();
                }
            },
            () =>
            {
                s.Second = 1;
                Interlocked.MemoryBarrier();
                if (s.First == 0)
                {
                    s.Enter();
                    s.Leave();
                }
            },
        ]);
        return Verdict(s);
    }

    public static string PetersonVolatile(Action<Action[]> together)
    {
        var s = new Intents();
        together([
            () =>
            {
                s.VolatileFirst = 1;
                s.VolatileTurn = 2;
                while (s.VolatileSecond == 1 && s.VolatileTurn == 2) { }
                s.Enter();
                s.Leave();
                s.VolatileFirst = 0;
            },
            () =>
            {
                s.VolatileSecond = 1;
                s.VolatileTurn = 1;
                while (s.VolatileFirst == 1 && s.VolatileTurn == 1) { }
                s.Enter();
                s.Leave();
                s.VolatileSecond = 0;
            },
        ]);
        return Verdict(s);
    }

    public static string PetersonFenced(Action<Action[]> together)
    {
        var s = new Intents();
        together([
            () =>
            {
                s.VolatileFirst = 1;
                s.VolatileTurn = 2;
                Interlocked.MemoryBarrier();
                while (s.VolatileSecond == 1 && s.VolatileTurn == 2) { }
                s.Enter();
                s.Leave();
                s.VolatileFirst = 0;
            },
            () =>
            {
                s.VolatileSecond = 1;
                s.VolatileTurn = 1;
                Interlocked.MemoryBarrier();
                while (s.VolatileFirst == 1 && s.VolatileTurn == 1) { }
                s.Enter();
                s.Leave();
                s.VolatileSecond = 0;
            },
        ]);
        return Verdict(s);
    }

    // A sequence lock: the reader tries again when the version was odd or has changed; here it gives up instead.
    public static string SequenceLockPlain(Action<Action[]> together)
    {
        var (s, seen) = (new Versioned(), "busy");
        together([
            () =>
            {
                s.Version++;
                s.A = 1;
                s.B = 1;
                s.Version++;
            },
            () =>
            {
                var before = s.Version;
                var (a, b) = (s.A, s.B);
                if (before % 2 == 0 && s.Version == before)
                    seen = a == b ? "whole" : "torn";
            },
        ]);
        return seen;
    }

    // The second read of the version is ordered after the data by a fence, not by being volatile.
    public static string SequenceLockVolatile(Action<Action[]> together)
    {
        var (s, seen) = (new Versioned(), "busy");
        together([
            () =>
            {
                Volatile.Write(ref s.Version, 1);
                s.A = 1;
                s.B = 1;
                Volatile.Write(ref s.Version, 2);
            },
            () =>
            {
                var before = Volatile.Read(ref s.Version);
                var (a, b) = (s.A, s.B);
                if (before % 2 == 0 && Volatile.Read(ref s.Version) == before)
                    seen = a == b ? "whole" : "torn";
            },
        ]);
        return seen;
    }

    public static string SequenceLockFenced(Action<Action[]> together)
    {
        var (s, seen) = (new Versioned(), "busy");
        together([
            () =>
            {
                s.Version = 1;
                Interlocked.MemoryBarrier();
                s.A = 1;
                s.B = 1;
                Volatile.Write(ref s.Version, 2);
            },
            () =>
            {
                var before = Volatile.Read(ref s.Version);
                var (a, b) = (s.A, s.B);
                Interlocked.MemoryBarrier();
                if (before % 2 == 0 && s.Version == before)
                    seen = a == b ? "whole" : "torn";
            },
        ]);
        return seen;
    }
}
