using Katas.Harness.Probes;

namespace Katas.BuildThePool;

/// <summary>What the tests of the pool share: opening kitchens, and closing them afterwards, so that no cook outlives its test.</summary>
public abstract class KitchenTest
{
    private readonly List<KitchenPool> _kitchens = [];

    [TearDown]
    public void CloseAll()
    {
        foreach (var kitchen in _kitchens)
        {
            // Not waited for without a limit: a kitchen that cannot be closed has failed a test of its own.
            var closing = new Helper(
                "the one who closes",
                () => kitchen.Shutdown(cancelPending: true)
            );
            closing.EndsSoon();
        }
        _kitchens.Clear();
    }

    /// <summary>Opens a kitchen that is closed after the test.</summary>
    protected KitchenPool Open(int cooks)
    {
        var kitchen = new KitchenPool(cooks);
        _kitchens.Add(kitchen);
        return kitchen;
    }

    /// <summary>Submits jobs for which the rail has room, so that nobody has to wait for that.</summary>
    private protected static Task<T>[] SubmitAll<T>(
        KitchenPool kitchen,
        int count,
        Func<int, T> job
    ) =>
        HangGuard.Run(
            () => Enumerable.Range(0, count).Select(i => kitchen.Submit(() => job(i))).ToArray(),
            $"Submit to hang {count} jobs on a rail with room for a hundred",
            limit: Helper.Limit
        );
}
