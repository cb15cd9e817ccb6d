using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>The end of a <see cref="ModelledChannel{T}"/> that is read from.</summary>
internal sealed class ModelledChannelReader<T>(ModelledChannel<T> channel) : ChannelReader<T>
{
    public override Task Completion => channel.Completion;

    public override bool CanCount => true;

    public override bool CanPeek => channel.CanPeek;

    public override int Count => channel.Count;

    public override bool TryPeek([MaybeNullWhen(false)] out T item) => channel.TryPeek(out item);

    public override bool TryRead([MaybeNullWhen(false)] out T item) => channel.TryRead(out item);

    public override ValueTask<T> ReadAsync(CancellationToken cancellationToken = default) =>
        channel.ReadAsync(cancellationToken);

    public override ValueTask<bool> WaitToReadAsync(
        CancellationToken cancellationToken = default
    ) => channel.WaitToReadAsync(cancellationToken);

    public override async IAsyncEnumerable<T> ReadAllAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        while (await new FiberAwaiter<bool>(WaitToReadAsync(cancellationToken)))
        {
            while (TryRead(out var item))
                yield return item;
        }
    }
}
