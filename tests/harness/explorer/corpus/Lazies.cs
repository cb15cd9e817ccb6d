namespace Katas.Corpus;

public static class MadeTwiceByALazy
{
    private static void Use(LazyThreadSafetyMode mode)
    {
        var made = 0;
        var lazy = new Lazy<string>(() => $"menu {Interlocked.Increment(ref made)}", mode);
        Run.Together(() => _ = lazy.Value, () => _ = lazy.Value);
        Run.Expect(made == 1, $"1 menu was printed {made} times");
    }

    public static void Buggy() => Use(LazyThreadSafetyMode.PublicationOnly);

    public static void Fixed() => Use(LazyThreadSafetyMode.ExecutionAndPublication);
}

public static class LazyForOneThread
{
    private static void Use(bool isThreadSafe)
    {
        var lazy = new Lazy<string>(() => "menu", isThreadSafe);
        var (first, second) = ("", "");
        Run.Together(() => first = lazy.Value, () => second = lazy.Value);
        Run.Expect(first == "menu" && second == "menu", $"'{first}', '{second}'");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class MadeTwiceByAnInitializer
{
    private sealed class Menu(Func<string> print)
    {
        private readonly Lock _gate = new();
        private string? _text;

        public string Get() => LazyInitializer.EnsureInitialized(ref _text, print);

        public string GetLocked()
        {
            lock (_gate)
                return Get();
        }
    }

    private static void Use(Func<Menu, string> get)
    {
        var made = 0;
        var menu = new Menu(() => $"menu {Interlocked.Increment(ref made)}");
        var (first, second) = ("", "");
        Run.Together(() => first = get(menu), () => second = get(menu));
        Run.Expect(first == second, $"'{first}' and '{second}' are there");
        Run.Expect(made == 1, $"1 menu was printed {made} times");
    }

    public static void Buggy() => Use(menu => menu.Get());

    public static void Fixed() => Use(menu => menu.GetLocked());
}
