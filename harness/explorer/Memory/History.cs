using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Memory;

/// <summary>What is known of one location in one schedule: its writes in their final order, and the accesses to it in the order of the schedule.</summary>
internal sealed class History(Location location, Variable? variable)
{
    private readonly List<Message> _messages = [new() { Version = location.Version }];

    /// <summary>The location.</summary>
    public Location Location { get; } = location;

    /// <summary>What is there, when it is a variable whose reads and writes are atomic.</summary>
    public Variable? Variable { get; } = variable;

    /// <summary>The newest write, whose value is in memory.</summary>
    public Message Newest => _messages[^1];

    /// <summary>How many writes there are, with what was there before all of them.</summary>
    public int Count => _messages.Count;

    /// <summary>With something that synchronises, what its latest releases have known.</summary>
    public View Released { get; } = new();

    /// <summary>The events so far that read any write, the newest, and that wrote.</summary>
    public List<int> WeakReads { get; } = [];

    /// <inheritdoc cref="WeakReads"/>
    public List<int> StrongReads { get; } = [];

    /// <inheritdoc cref="WeakReads"/>
    public List<Message> Writes { get; } = [];

    public Message this[int position] => _messages[position];

    /// <summary>Puts a write before the one at a position, or after all.</summary>
    public void Insert(int position, Message message)
    {
        _messages.Insert(position, message);
        for (var i = position; i < _messages.Count; i++)
            _messages[i].Position = i;
        Writes.Add(message);
    }

    /// <summary>The newest of the writes before a position that no later write can come before.</summary>
    public Message? LastStrongBefore(int position)
    {
        for (var i = position - 1; i > 0; i--)
        {
            if (_messages[i].Access != AccessKind.WeakWrite)
                return _messages[i];
        }
        return null;
    }
}
