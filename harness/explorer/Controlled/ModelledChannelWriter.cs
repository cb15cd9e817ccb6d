using System.Threading.Channels;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>The end of a <see cref="ModelledChannel{T}"/> that is written to.</summary>
internal sealed class ModelledChannelWriter<T>(ModelledChannel<T> channel) : ChannelWriter<T>
{
    public override bool TryWrite(T item) => channel.TryWrite(item);

    public override bool TryComplete(Exception? error = null) => channel.TryComplete(error);

    public override ValueTask WriteAsync(T item, CancellationToken cancellationToken = default) =>
        channel.WriteAsync(item, cancellationToken);

    public override ValueTask<bool> WaitToWriteAsync(
        CancellationToken cancellationToken = default
    ) => channel.WaitToWriteAsync(cancellationToken);
}
