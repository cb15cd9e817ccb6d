namespace Katas.Corpus;

/// <summary>Programs whose bug is rare among their interleavings.</summary>
public static class Searches
{
    /// <summary>Each writer keeps two fields equal under its lock, and the reader takes no lock.</summary>
    public static void FiveWritersAndAReader()
    {
        var (gate, one, other) = (new Lock(), 0, 0);
        void Write()
        {
            lock (gate)
            {
                one++;
                other++;
            }
        }
        Run.Together(
            Write,
            Write,
            Write,
            Write,
            Write,
            () => Run.Expect(one == other, "the reader saw half of a change")
        );
    }

    /// <summary>Two threads have to take turns eight times, while a third has much to do.</summary>
    public static void TakesTurns()
    {
        var (turn, noise) = (0, 0);
        void Play(int first)
        {
            for (var i = first; i < 8; i += 2)
            {
                if (Volatile.Read(ref turn) == i)
                    Volatile.Write(ref turn, i + 1);
            }
        }
        void Disturb(int times)
        {
            for (var i = 0; i < times; i++)
                Interlocked.Increment(ref noise);
        }
        Run.Together(() => Play(0), () => Play(1), () => Disturb(6), () => Disturb(6));
        Run.Expect(turn < 8, "they took turns");
    }
}
