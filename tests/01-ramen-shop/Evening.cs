namespace Katas.RamenShop;

/// <summary>A kitchen and its orders.</summary>
internal sealed record Evening(int Bowls, int Chefs, int Burners, bool Overlap)
{
    /// <summary>Kitchens short of hands, short of burners, in balance, and with more than they need.</summary>
    public static IReadOnlyList<Evening> Several { get; } =
    [
        new(2, 1, 4, Overlap: false),
        new(4, 2, 1, Overlap: false),
        new(7, 3, 2, Overlap: false),
        new(1, 1, 4, Overlap: true),
        new(6, 1, 4, Overlap: true),
        new(6, 2, 4, Overlap: true),
        new(5, 3, 2, Overlap: true),
        new(3, 1, 1, Overlap: true),
        new(12, 3, 7, Overlap: true),
    ];

    /// <summary>Those, all small kitchens, evenings of more than an hour, more chefs and burners than one would draw, and more pots than one would keep.</summary>
    public static IReadOnlyList<Evening> Many { get; } =
    [
        .. Several,
        .. Small(),
        new(8, 1, 1, Overlap: false),
        new(12, 1, 1, Overlap: true),
        new(24, 10, 12, Overlap: true),
        new(12, 10, 9, Overlap: false),
        new(3, 20, 1, Overlap: true),
        new(30, 1, 12, Overlap: true),
    ];

    /// <summary>Asks the learner's planner.</summary>
    public EveningPlan Plan()
    {
        IReadOnlyList<Step> steps = [.. Planner.Plan(Bowls, Chefs, Burners, Overlap)];
        // Of a plan without a step, anything could be said.
        Assert.That(steps, Is.Not.Empty, () => $"Nothing is planned for {this}.");
        return new(this, steps);
    }

    public override string ToString() =>
        $"{Count(Bowls, "bowl")}, {Count(Chefs, "chef")}, {Count(Burners, "burner")}, {(Overlap ? "with" : "without")} overlap";

    private static IEnumerable<Evening> Small() =>
        from bowls in Enumerable.Range(1, 5)
        from chefs in Enumerable.Range(1, 3)
        from burners in Enumerable.Range(1, 3)
        from overlap in new[] { false, true }
        select new Evening(bowls, chefs, burners, overlap);

    private static string Count(int number, string noun) =>
        $"{number} {noun}{(number == 1 ? "" : "s")}";
}
