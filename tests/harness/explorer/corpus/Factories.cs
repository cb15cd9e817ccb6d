using System.Collections.Concurrent;

namespace Katas.Corpus;

public static class FactoryCalledTwice
{
    private static void Use(bool lazily)
    {
        var (made, broths) = (0, new ConcurrentDictionary<string, Lazy<int>>());
        void Get() =>
            _ = broths
                .GetOrAdd(
                    "miso",
                    _ =>
                        lazily
                            ? new Lazy<int>(() => Interlocked.Increment(ref made))
                            : new Lazy<int>(Interlocked.Increment(ref made))
                )
                .Value;
        Run.Together(Get, Get);
        Run.Expect(made == 1, $"cooked {made} times");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class UpdateCountsTwice
{
    // The function of AddOrUpdate may be called again; only what it returns counts.
    private static void Use(bool purely)
    {
        var (calls, orders) = (0, new ConcurrentDictionary<string, int>());
        orders["miso"] = 0;
        void Add() =>
            orders.AddOrUpdate(
                "miso",
                1,
                (_, count) =>
                {
                    Interlocked.Increment(ref calls);
                    return count + 1;
                }
            );
        Run.Together(Add, Add);
        Run.Expect(
            (purely ? orders["miso"] : calls) == 2,
            "2 orders were counted as another number"
        );
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}
