namespace Katas.Harness.Explorer.Scheduling;

/// <summary>One thing that two steps can conflict about: a field of an object, an element of an array, a lock.</summary>
internal sealed class Location
{
    /// <summary>The object or array, or <see langword="null"/> for a static field.</summary>
    public object? Owner { get; private set; }

    /// <summary>The field's number, or a negative <see cref="LocationKind"/> number.</summary>
    public int Field { get; private set; }

    /// <summary>The element of an array; otherwise 0.</summary>
    public nint Index { get; private set; }

    /// <summary>A number in the order of first use in this schedule.</summary>
    public int Id { get; private set; }

    /// <summary>How often it was written in this schedule.</summary>
    public int Version { get; set; }

    /// <summary>The latest event that changed it, or -1.</summary>
    public int LastWrite { get; set; }

    /// <summary>The latest event that took it as a lock, or -1.</summary>
    public int LastAcquire { get; set; }

    /// <summary>The event that touched it last, or -1; events on one location are chained.</summary>
    public int LastEvent { get; set; }

    /// <summary>The events that observed it since it was last changed.</summary>
    public List<int> Reads { get; } = [];

    /// <summary>What all changes so far, and all reads since the latest, amount to; equal for equivalent schedules.</summary>
    public UInt128 WriteHash { get; set; }

    /// <inheritdoc cref="WriteHash"/>
    public UInt128 ReadHash { get; set; }

    /// <summary>The state of a synchronisation object (a lock's owner and waiters), made on first use.</summary>
    public object? State { get; set; }

    /// <summary>Where in its owner it lies, once its address was taken; -1 before.</summary>
    public nint Offset { get; set; }

    /// <summary>How many bytes lie there.</summary>
    public int Size { get; set; }

    /// <summary>Whether it holds more than a word, and is read and written in one piece all the same.</summary>
    public bool IsKeptWhole { get; set; }

    /// <summary>Where a call that is not modelled is given the array that it is in, or the whole array; 0 when none is.</summary>
    public int CallSite { get; set; }

    /// <summary>The index of the element in each dimension of its array.</summary>
    public int[] IndicesIn(Array array)
    {
        var (indices, index) = (new int[array.Rank], Index);
        for (var i = array.Rank - 1; i > 0; i--)
        {
            var length = array.GetLength(i);
            indices[i] = (int)(index % length) + array.GetLowerBound(i);
            index /= length;
        }
        indices[0] = (int)index + array.GetLowerBound(0);
        return indices;
    }

    public void Reset(object? owner, int field, nint index, int id)
    {
        (Owner, Field, Index, Id) = (owner, field, index, id);
        (Version, LastWrite, LastAcquire, LastEvent) = (0, -1, -1, -1);
        (WriteHash, ReadHash, State) = (0, 0, null);
        (Offset, Size, IsKeptWhole, CallSite) = (-1, 0, false, 0);
        Reads.Clear();
    }
}
