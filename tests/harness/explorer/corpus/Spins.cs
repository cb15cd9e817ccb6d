namespace Katas.Corpus;

public static class SpinsBeforeItCounts
{
    // The turns of a SpinWait are progress to whoever asks for their number.
    private static void Use(bool interlocks)
    {
        var count = 0;
        void Add()
        {
            if (interlocks)
                Interlocked.Increment(ref count);
            else
                count++;
        }
        Run.Together(
            () =>
            {
                var spin = new SpinWait();
                while (!spin.NextSpinWillYield)
                    spin.SpinOnce();
                Add();
            },
            () =>
            {
                var spin = new SpinWait();
                while (spin.Count < 10)
                    spin.SpinOnce();
                Add();
            }
        );
        Run.Expect(count == 2, $"2 increments made {count}");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}
