using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Report;

/// <summary>Collects data races: two threads that are about to touch the same field, one of them to change it, with nothing to keep them apart.</summary>
internal sealed class Notes
{
    private readonly SortedSet<string> _texts = new(StringComparer.Ordinal);

    /// <summary>The notes, in a stable order.</summary>
    public IReadOnlyList<string> Texts => [.. _texts];

    /// <summary>Takes over what a schedule has shown.</summary>
    public void Look(Execution execution)
    {
        foreach (var race in execution.DataRaces)
            _texts.Add(race.Text(execution));
        execution.DataRaces.Clear();
    }
}
