using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Memory;

/// <summary>What one fiber knows of the writes of all.</summary>
internal sealed class Knowledge
{
    private readonly Dictionary<object, View> _reached = new(ReferenceEqualityComparer.Instance);

    /// <summary>What it has seen.</summary>
    public View Seen { get; } = new();

    /// <summary>What ordinary reads have come across, and a fence or a read barrier will make it see.</summary>
    public View Unordered { get; } = new();

    /// <summary>What it had seen at its latest fence or write barrier: whoever reads its ordinary writes and acquires has seen that, too.</summary>
    public View? AtFence { get; set; }

    /// <summary>How often it has read one old value at one place.</summary>
    public Dictionary<(int Site, Message Message), int> StaleReads { get; } = [];

    /// <summary>The position of the oldest write that it may read from a location.</summary>
    public int OldestAt(int location, object? owner)
    {
        var seen = Seen.At(location);
        return owner is not null && _reached.TryGetValue(owner, out var known)
            ? Math.Max(seen, known.At(location))
            : seen;
    }

    /// <summary>Has come to an object through a reference: it sees of its fields, and of what can be reached from them, what was written before the reference was.</summary>
    public void Reach(object value, View? known, object? from)
    {
        var fromKnown = from is null ? null : _reached.GetValueOrDefault(from);
        if (known is null && fromKnown is null || RuntimeHelpers.Equals(value, from))
            return;
        if (!_reached.TryGetValue(value, out var view))
            _reached.Add(value, view = new View());
        view.Join(known);
        view.Join(fromKnown);
    }

    /// <summary>All that it knows, also through references: what a reference that it stores publishes.</summary>
    public View All()
    {
        var all = Seen.Copy();
        foreach (var view in _reached.Values)
            all.Join(view);
        return all;
    }

    /// <summary>Takes over what another fiber knows.</summary>
    public void Join(Knowledge other)
    {
        Seen.Join(other.Seen);
        foreach (var (value, known) in other._reached)
            Reach(value, known, null);
    }
}
