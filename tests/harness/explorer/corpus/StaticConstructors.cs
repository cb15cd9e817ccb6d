namespace Katas.Corpus;

/// <summary>Whoever comes to a type while its static constructor runs waits for that, also who holds what the constructor needs.</summary>
public static class ConstructorNeedsALock
{
    public static void Buggy() =>
        Run.Together(
            () =>
            {
                lock (Orders.Gate)
                    Run.Expect(Menu<int>.Dishes.Count == 0, "no dishes");
            },
            () => Run.Expect(Menu<int>.Dishes.Count == 0, "no dishes")
        );

    public static void Fixed()
    {
        void CountDishes() => Run.Expect(Menu<string>.Dishes.Count == 0, "no dishes");
        Run.Together(CountDishes, CountDishes);
        Run.Expect(Orders.Menus == 1, $"{Orders.Menus} menus");
    }

    private static class Orders
    {
        public static readonly object Gate = new();
        public static int Menus;
    }

    private static class Menu<T>
    {
        public static readonly List<T> Dishes = Make();

        private static List<T> Make()
        {
            lock (Orders.Gate)
                Orders.Menus++;
            return [];
        }
    }
}

/// <summary>Two types that need each other: where bread comes first, the soup finds it unfinished.</summary>
public static class ConstructorsNeedEachOther
{
    public static void Buggy() => Use(soupComesFirst: false);

    public static void Fixed() => Use(soupComesFirst: true);

    private static void Use(bool soupComesFirst)
    {
        if (soupComesFirst)
            Run.Expect(Soup.Label == "soup", $"'{Soup.Label}'");
        Run.Together(
            () => Run.Expect(Soup.With == "bread", $"soup with '{Soup.With}'"),
            () => Run.Expect(Bread.With == "soup", $"bread with '{Bread.With}'")
        );
    }

    private static class Soup
    {
        public static readonly string Label;
        public static readonly string With;

        static Soup()
        {
            Label = "soup";
            With = Bread.Label;
        }
    }

    private static class Bread
    {
        public static readonly string Label;
        public static readonly string With;

        static Bread()
        {
            With = Soup.Label;
            Label = "bread";
        }
    }
}

/// <summary>A static constructor that waits for a task which needs the type.</summary>
public static class ConstructorWaitsForATask
{
    public static void Buggy() =>
        Run.Together(() => Run.Expect(Loaded.Dishes() == 5, "dishes"), () => { });

    public static void Fixed() =>
        Run.Together(() => Run.Expect(Lazily.Dishes() == 5, "dishes"), () => { });

    private static class Loaded
    {
        private static int s_dishes;

        static Loaded() => Task.Run(Load).Wait();

        public static int Dishes() => s_dishes;

        private static void Load() => s_dishes = 5;
    }

    private static class Lazily
    {
        private static readonly Lazy<int> Made = new(() => Task.Run(() => 5).Result);

        public static int Dishes() => Made.Value;
    }
}

/// <summary>A static field keeps what its initialiser found, whenever that was.</summary>
public static class InitialisedTooEarly
{
    public static void Buggy() => Use(isSetBefore: false);

    public static void Fixed() => Use(isSetBefore: true);

    private static void Use(bool isSetBefore)
    {
        Settings.Table = isSetBefore ? 7 : 0;
        Run.Together(
            () => Settings.Table = 7,
            () => Run.Expect(Waiter.Table is 0 or 7, $"table {Waiter.Table}")
        );
        Run.Expect(Waiter.Table == 7, $"table {Waiter.Table}");
    }

    private static class Settings
    {
        public static volatile int Table;
    }

    private static class Waiter
    {
        public static readonly int Table = Settings.Table;
    }
}

/// <summary>What a static constructor makes is made once in each schedule, however many come to it.</summary>
public static class OnlyInstance
{
    public static void Buggy() => Use(() => Late.Instance);

    public static void Fixed() => Use(() => Early.Instance);

    private static void Use(Func<object> instance)
    {
        Made.Count = 0;
        Run.Together(() => _ = instance(), () => _ = instance());
        Run.Expect(Made.Count == 1, $"{Made.Count} instances");
    }

    private static class Made
    {
        public static int Count;
    }

    private sealed class Early
    {
        public static readonly Early Instance = new();

        private Early() => Interlocked.Increment(ref Made.Count);
    }

    private sealed class Late
    {
        private static Late? s_instance;

        private Late() => Interlocked.Increment(ref Made.Count);

        public static Late Instance => s_instance ??= new();
    }
}

/// <summary>Each thread has a field of its own, and begins with nothing in it.</summary>
public static class FieldOfEachThread
{
    [ThreadStatic]
    private static int t_portions;

    private static int s_portions;

    public static void Buggy() => Use(isOfThread: false);

    public static void Fixed() => Use(isOfThread: true);

    private static void Use(bool isOfThread)
    {
        s_portions = 0;
        void Serve()
        {
            var served = isOfThread ? ++t_portions : ++s_portions;
            Run.Expect(served == 1, $"{served} portions");
        }
        Run.Together(Serve, Serve);
    }
}
