using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Report;

/// <summary>Collects data races, and loops that a weaker memory may never end, as notes for the end of an exploration.</summary>
internal sealed class Notes
{
    private readonly SortedSet<string> _texts = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _unmodelled = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _external = new(StringComparer.Ordinal);

    /// <summary>The notes, in a stable order.</summary>
    public IReadOnlyList<string> Texts => [.. _texts];

    /// <summary>The objects that are not modelled and that two threads can use at once, in a stable order.</summary>
    public IReadOnlyList<string> Unmodelled => [.. _unmodelled];

    /// <summary>The calls on what lies outside the program that two threads can make at once, in a stable order.</summary>
    public IReadOnlyList<string> External => [.. _external];

    /// <summary>Whether they except nothing from what was shown.</summary>
    public bool AreExhaustive => _unmodelled.Count == 0 && _external.Count == 0;

    /// <summary>Adds what a schedule has shown, while its locations are still known.</summary>
    public void AddRacesOf(Execution execution)
    {
        foreach (var race in execution.DataRaces)
        {
            var isOfObject = race.Location.Field == LocationKind.Unmodelled;
            if (isOfObject || race.Location.CallSite != 0)
                AddUnmodelled(
                    race.Location.Owner!,
                    race.Location.CallSite != 0 ? race.Location.CallSite : race.Site
                );
            if (!isOfObject)
                _texts.Add(Text(race, execution));
        }
        execution.DataRaces.Clear();
        foreach (var (used, site) in execution.Unfollowed.Unordered)
        {
            if (used is Array)
                AddUnmodelled(used, site);
            else
                _external.Add($"{SiteMaps.Site(site).Callee} ({SiteMaps.Site(site).Place})");
        }
        execution.Unfollowed.Unordered.Clear();
        foreach (var (location, site) in execution.HoistableReads)
            _texts.Add(
                $"note: on a weaker memory the loop at {SiteMaps.Site(site).Place} may never end: the read of {new Naming([], execution.Heap.Locations).Of(location)} may be done once, before the loop."
            );
        execution.HoistableReads.Clear();
    }

    private void AddUnmodelled(object used, int site) =>
        _unmodelled.Add($"{used.GetType().Name.Split('`')[0]} ({SiteMaps.Site(site).Place})");

    private static string Text(DataRace race, Execution execution)
    {
        var name = new Naming([], execution.Heap.Locations).Of(race.Location);
        var (one, other) = (SiteMaps.Site(race.Site).Place, SiteMaps.Site(race.OtherSite).Place);
        var (first, second) = string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);
        return first == second
            ? $"note: a data race on {name}: two threads are at {first} at once, with no lock in common."
            : $"note: a data race on {name}: {first} and {second} can run at once, with no lock in common.";
    }
}
