using Katas.Harness.Explorer.Report;
using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Two steps that touch one thing, at least one of them to change it, and that nothing puts in an order.</summary>
internal readonly record struct DataRace(
    Location Location,
    int Fiber,
    int Site,
    int OtherFiber,
    int OtherSite
)
{
    public string Text(Execution execution)
    {
        var name = new Naming([], execution.Heap.Locations).Of(Location);
        var (one, other) = (SiteMaps.Site(Site).Place, SiteMaps.Site(OtherSite).Place);
        var places = string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);
        return places.Item1 == places.Item2
            ? $"note: a data race on {name}: two threads are at {places.Item1} at once, with no lock in common."
            : $"note: a data race on {name}: {places.Item1} and {places.Item2} can run at once, with no lock in common.";
    }
}
