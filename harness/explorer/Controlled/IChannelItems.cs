using System.Diagnostics.CodeAnalysis;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>The items of a channel, in the order in which they are read.</summary>
internal interface IChannelItems<T>
{
    int Count { get; }

    bool CanPeek { get; }

    void Add(T item);

    bool TryTake([MaybeNullWhen(false)] out T item);

    bool TryPeek([MaybeNullWhen(false)] out T item);

    /// <summary>Takes back what was added last.</summary>
    T TakeNewest();
}
