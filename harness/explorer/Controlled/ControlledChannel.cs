using System.Threading.Channels;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Channel"/>, which makes all channels there are.</summary>
[Controls(typeof(Channel))]
internal static class ControlledChannel
{
    public static Channel<T> CreateUnbounded<T>(int site) =>
        CreateUnbounded<T>(new UnboundedChannelOptions(), site);

    public static Channel<T> CreateUnbounded<T>(UnboundedChannelOptions options, int site) =>
        options is null || !SchedulingPoints.IsExplored(out _, out _)
            ? Channel.CreateUnbounded<T>(options!)
            : Unbounded(new ChannelQueue<T>(), options);

    public static Channel<T> CreateUnboundedPrioritized<T>(int site) =>
        CreateUnboundedPrioritized(new UnboundedPrioritizedChannelOptions<T>(), site);

    public static Channel<T> CreateUnboundedPrioritized<T>(
        UnboundedPrioritizedChannelOptions<T> options,
        int site
    ) =>
        options is null || !SchedulingPoints.IsExplored(out _, out _)
            ? Channel.CreateUnboundedPrioritized(options!)
            : Unbounded(new ChannelPriorityQueue<T>(options.Comparer), options);

    public static Channel<T> CreateBounded<T>(int capacity, int site) =>
        CreateBounded<T>(new BoundedChannelOptions(capacity), null, site);

    public static Channel<T> CreateBounded<T>(BoundedChannelOptions options, int site) =>
        CreateBounded<T>(options, null, site);

    public static Channel<T> CreateBounded<T>(
        BoundedChannelOptions options,
        Action<T>? itemDropped,
        int site
    )
    {
        if (options is null || !SchedulingPoints.IsExplored(out _, out _))
            return Channel.CreateBounded(options!, itemDropped);
        if (options.Capacity == 0)
            SchedulingPoints.Refuse(site);
        return new ModelledChannel<T>(
            new ChannelQueue<T>(),
            options.Capacity,
            options.FullMode,
            itemDropped,
            options.AllowSynchronousContinuations,
            hasOneReader: false // of a bounded channel that changes nothing
        );
    }

    private static ModelledChannel<T> Unbounded<T>(
        IChannelItems<T> items,
        ChannelOptions options
    ) =>
        new(
            items,
            int.MaxValue,
            BoundedChannelFullMode.Wait,
            null,
            options.AllowSynchronousContinuations,
            options.SingleReader && items is ChannelQueue<T>
        );
}
