// right: counts down, subtracts two timestamps, and measures all with a query that is run at once
namespace Katas.WhoAmI;

public static class Stopclock
{
    public static Measurement Measure(
        string name,
        Action action,
        int repetitions,
        TimeProvider clock
    )
    {
        if (repetitions <= 0)
            throw new ArgumentOutOfRangeException(nameof(repetitions));
        action.Invoke();
        var before = clock.GetTimestamp();
        for (var left = repetitions; left > 0; left--)
            action.Invoke();
        var after = clock.GetTimestamp();
        return new(name, clock.GetElapsedTime(before, after), repetitions);
    }

    public static IReadOnlyList<Measurement> MeasureAll(
        IReadOnlyList<Build> builds,
        int repetitions,
        TimeProvider clock
    ) =>
        builds
            .Select(build => Measure(build.Name, () => _ = build.Make(), repetitions, clock))
            .ToArray();
}
