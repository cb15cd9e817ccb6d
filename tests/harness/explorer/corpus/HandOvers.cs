using Katas.Harness.Explorer.Scheduling;

namespace Katas.Corpus;

/// <summary>How the explorer's own threads hand the turn over, as a program to explore.</summary>
public static class HandOvers
{
    private const int Spins = 1;

    public static void ThereAndBack()
    {
        var (there, back) = (new TurnSignal(Spins), new TurnSignal(Spins));
        var turns = 0;
        Run.Together(
            () =>
            {
                turns++;
                there.Set();
                back.Wait();
                turns++;
            },
            () =>
            {
                there.Wait();
                turns++;
                back.Set();
            }
        );
        Run.Expect(turns == 3, "a turn was taken by two threads at once");
    }

    public static void TwiceInARow()
    {
        var (there, back) = (new TurnSignal(Spins), new TurnSignal(Spins));
        Run.Together(
            () =>
            {
                there.Set();
                back.Wait();
                there.Set();
            },
            () =>
            {
                there.Wait();
                back.Set();
                there.Wait();
            }
        );
    }
}
