namespace Katas.Corpus;

public static class HandOverHand
{
    // The next lock is taken before the one before it is given back, so that nobody overtakes.
    private static void Use(bool countsInside)
    {
        var (first, second, count) = (new Lock(), new Lock(), 0);
        void Walk()
        {
            var here = first.EnterScope();
            var there = second.EnterScope();
            here.Dispose();
            here.Dispose();
            if (countsInside)
                count++;
            there.Dispose();
            if (!countsInside)
                count++;
        }
        Run.Together(Walk, Walk);
        Run.Expect(count == 2, $"2 passed and {count} were counted");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}
