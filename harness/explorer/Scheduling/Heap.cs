using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Every location that a schedule has touched, numbered in order of first use.</summary>
internal sealed class Heap
{
    private readonly Dictionary<Key, Location> _byKey = [];
    private readonly List<Location> _pool = [];
    private readonly List<Location> _addressed = [];
    private Location? _latest;

    /// <summary>How many locations are known so far.</summary>
    public int Count { get; private set; }

    /// <summary>The locations in order of first use.</summary>
    public IEnumerable<Location> Locations => _pool.Take(Count);

    public void Clear()
    {
        _byKey.Clear();
        _addressed.Clear();
        _latest = null;
        Count = 0;
    }

    public Location Of(object? owner, int field, nint index = 0)
    {
        var key = new Key(owner, field, index);
        if (_byKey.TryGetValue(key, out var known))
            return known;
        if (Count == _pool.Count)
            _pool.Add(new Location());
        var location = _pool[Count];
        location.Reset(owner, field, index, Count++);
        _byKey.Add(key, location);
        return location;
    }

    /// <summary>The location, if the schedule has touched it.</summary>
    public Location? Find(object owner, int field) =>
        _byKey.GetValueOrDefault(new Key(owner, field, 0));

    /// <summary>Notes that code holds a reference to a location, so that accesses through the reference are found.</summary>
    public unsafe void RecordAddress(Location location, ref byte address, int size)
    {
        _latest = location;
        if (location.Offset >= 0)
            return;
        location.Offset = location.Owner is { } owner
            ? Unsafe.ByteOffset(ref Start(owner), ref address)
            : (nint)Unsafe.AsPointer(ref address);
        location.Size = size;
        _addressed.Add(location);
    }

    /// <summary>The location behind a reference, or <see langword="null"/> when it is not shared (a local variable).</summary>
    public Location? At(ref byte address)
    {
        // Most often the address was taken for the access that comes now.
        if (_latest is { } latest && IsIn(latest, ref address))
            return latest;
        for (var i = _addressed.Count - 1; i >= 0; i--)
        {
            if (IsIn(_addressed[i], ref address))
                return _addressed[i];
        }
        return null;
    }

    private static unsafe bool IsIn(Location location, ref byte address)
    {
        var distance = location.Owner is { } owner
            ? Unsafe.ByteOffset(ref Start(owner), ref address) - location.Offset
            : (nint)Unsafe.AsPointer(ref address) - location.Offset;
        return distance >= 0 && distance < location.Size;
    }

    private static ref byte Start(object owner) => ref Unsafe.As<Bytes>(owner).First;

    /// <summary>The layout of any object, as seen from its first byte.</summary>
    private sealed class Bytes
    {
        public byte First;
    }

    private readonly struct Key(object? owner, int field, nint index) : IEquatable<Key>
    {
        private readonly object? _owner = owner;
        private readonly int _field = field;
        private readonly nint _index = index;

        public bool Equals(Key other) =>
            ReferenceEquals(_owner, other._owner)
            && _field == other._field
            && _index == other._index;

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() =>
            (RuntimeHelpers.GetHashCode(_owner) * 31 + _field) * 31 + (int)_index;
    }
}
