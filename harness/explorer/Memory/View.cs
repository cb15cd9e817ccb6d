namespace Katas.Harness.Explorer.Memory;

/// <summary>For each location the oldest write that may still be read.</summary>
internal sealed class View
{
    private Message?[] _oldest;
    private int _count;

    public View() => _oldest = [];

    private View(View other)
    {
        _oldest = other._count == 0 ? [] : other._oldest.AsSpan(0, other._count).ToArray();
        _count = other._count;
    }

    /// <summary>The position of the oldest write to a location that may still be read.</summary>
    public int At(int location) =>
        location < _count && _oldest[location] is { } message ? message.Position : 0;

    /// <summary>From now on nothing older than a write is read.</summary>
    public void Advance(int location, Message to)
    {
        if (location >= _count)
        {
            if (location >= _oldest.Length)
                Array.Resize(ref _oldest, Math.Max(location + 1, _oldest.Length * 2));
            _count = location + 1;
        }
        if (_oldest[location] is not { } known || known.Position < to.Position)
            _oldest[location] = to;
    }

    /// <summary>Takes over what another view knows.</summary>
    public void Join(View? other)
    {
        if (other is null || other == this)
            return;
        for (var i = 0; i < other._count; i++)
        {
            if (other._oldest[i] is { } message)
                Advance(i, message);
        }
    }

    /// <summary>A copy that does not change with this one.</summary>
    public View Copy() => new(this);
}
