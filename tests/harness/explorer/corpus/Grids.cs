namespace Katas.Corpus;

public static class LostUpdateInAGrid
{
    private static void Use(bool interlocks)
    {
        var grid = new int[2, 3];
        void Add()
        {
            if (interlocks)
                Interlocked.Increment(ref grid[1, 2]);
            else
                grid[1, 2]++;
        }
        Run.Together(Add, Add);
        Run.Expect(grid[1, 2] == 2, $"2 increments made {grid[1, 2]}");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class LostUpdateInACube
{
    // A square for each is right, the same square for both is not.
    private static void Use(int other)
    {
        var cube = new string[2, 1, 2];
        Action Write(int x) => () => cube[x, 0, 1] = cube[x, 0, 1] + "o";
        Run.Together(Write(0), Write(other));
        var all = cube[0, 0, 1] + cube[1, 0, 1];
        Run.Expect(all == "oo", $"two letters made '{all}'");
    }

    public static void Buggy() => Use(0);

    public static void Fixed() => Use(1);
}
