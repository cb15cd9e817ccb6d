using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Detects two ordinary accesses to the same thing, one of them a write, that nothing puts in an order.</summary>
internal sealed class DataRaces
{
    private readonly HashSet<(int, int)> _known = [];

    /// <summary>The races that are not yet reported.</summary>
    public List<DataRace> Unreported { get; } = [];

    /// <summary>Whether there was one about a value of more than a word that was read and written in one piece.</summary>
    public bool AreOfWhole { get; private set; }

    /// <summary>Finds the races of the latest step. Returns one that is a failure: about a collection that is not made for several threads.</summary>
    public DataRace? Detect(Trace trace, Location? location)
    {
        if (location is null || trace.Races.Count == 0)
            return null;
        ref readonly var now = ref trace[trace.Count - 1];
        foreach (var index in trace.Races)
        {
            ref readonly var before = ref trace[index];
            if (!IsRace(before, now))
                continue;
            var race = new DataRace(location, before.Fiber, before.Site, now.Fiber, now.Site);
            if (location.Field == LocationKind.Collection)
                return race;
            AreOfWhole |= location.IsKeptWhole;
            if (_known.Add((Math.Min(before.Site, now.Site), Math.Max(before.Site, now.Site))))
                Unreported.Add(race);
        }
        return null;
    }

    private static bool IsRace(in Event one, in Event other) =>
        one.IsPlain
        && other.IsPlain
        && (one.Kind != OperationKind.Read || other.Kind != OperationKind.Read)
        && !SiteMaps.Site(one.Site).IsVolatile
        && !SiteMaps.Site(other.Site).IsVolatile;
}
