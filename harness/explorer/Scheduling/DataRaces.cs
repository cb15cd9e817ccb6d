namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Notices when two fibers stand before ordinary accesses to the same place, one of them a write: nothing would keep them apart.</summary>
internal sealed class DataRaces
{
    private readonly HashSet<(int, int)> _known = [];

    /// <summary>Those not seen before.</summary>
    public List<DataRace> Fresh { get; } = [];

    public void Look(List<Fiber> fibers, ulong enabled)
    {
        for (var i = 1; i < fibers.Count; i++)
        {
            var one = fibers[i];
            if (!one.Pending.IsPlain || one.IsFresh || (enabled & one.Bit) == 0)
                continue;
            for (var j = 0; j < i; j++)
            {
                var other = fibers[j];
                if (other.Pending.IsPlain && !other.IsFresh && (enabled & other.Bit) != 0)
                    Compare(one.Pending, other.Pending);
            }
        }
    }

    private void Compare(in Operation one, in Operation other)
    {
        if (
            one.Location != other.Location
            || (one.Kind == OperationKind.Read && other.Kind == OperationKind.Read)
        )
            return;
        if (_known.Add((Math.Min(one.Site, other.Site), Math.Max(one.Site, other.Site))))
            Fresh.Add(new(one.Location!, one.Site, other.Site));
    }
}
