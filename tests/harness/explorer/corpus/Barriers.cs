namespace Katas.Corpus;

public static class PhaseThatFails
{
    // Whoever takes part hears of it, not only the last to come.
    private static void Use(bool bothAreReady)
    {
        var heard = 0;
        using var barrier = new Barrier(2, _ => throw new IOException("the oven is cold"));
        void Take()
        {
            try
            {
                barrier.SignalAndWait();
            }
            catch (BarrierPostPhaseException)
            {
                Interlocked.Increment(ref heard);
            }
        }
        Run.Together(Take, bothAreReady ? Take : () => barrier.SignalAndWait());
        Run.Expect(heard == 2, $"{heard} of 2 have heard of it");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}
