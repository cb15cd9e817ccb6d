using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Katas.Corpus;

public static class ChannelClosedBesideAWrite
{
    // WriteAsync throws once the channel is closed; TryWrite says so.
    private static void Use(bool tries)
    {
        var orders = Channel.CreateUnbounded<int>();
        Run.Together(
            () =>
            {
                if (tries)
                    orders.Writer.TryWrite(1);
                else
                    orders.Writer.WriteAsync(1).AsTask().Wait();
            },
            () => orders.Writer.Complete()
        );
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class ChannelClosedByOneOfTwo
{
    private static void Use(bool eachCompletes)
    {
        var orders = Channel.CreateBounded<int>(1);
        var left = 2;
        var cooked = new List<int>();
        async Task Write(int order)
        {
            await orders.Writer.WriteAsync(order);
            if (eachCompletes || Interlocked.Decrement(ref left) == 0)
                orders.Writer.TryComplete();
        }
        async Task Cook()
        {
            await foreach (var order in orders.Reader.ReadAllAsync())
                cooked.Add(order);
        }
        try
        {
            Task.WhenAll(Task.Run(() => Write(1)), Task.Run(() => Write(2)), Cook()).Wait();
        }
        catch (AggregateException) { }
        Run.Expect(cooked.Count == 2, $"2 orders, {cooked.Count} bowls");
    }

    public static void Buggy() => Use(true);

    public static void Fixed() => Use(false);
}

public static class ChannelFullAndNobodyReads
{
    private static void Use(int capacity)
    {
        var bowls = Channel.CreateBounded<int>(capacity);
        async Task Cook()
        {
            await bowls.Writer.WriteAsync(1);
            await bowls.Writer.WriteAsync(2);
        }
        Run.Together(() => Cook().Wait(), () => bowls.Reader.TryPeek(out _));
        Run.Expect(bowls.Reader.TryRead(out var first) && first == 1, "the first bowl is lost");
    }

    public static void Buggy() => Use(1);

    public static void Fixed() => Use(2);
}

public static class ChannelDropsWhatIsOld
{
    private static void Use(BoundedChannelFullMode mode)
    {
        var bowls = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = mode });
        var seen = new ConcurrentQueue<int>();
        Run.Together(
            () =>
            {
                bowls.Writer.WriteAsync(1).AsTask().Wait();
                bowls.Writer.WriteAsync(2).AsTask().Wait();
                bowls.Writer.Complete();
            },
            () =>
            {
                while (bowls.Reader.WaitToReadAsync().AsTask().Result)
                {
                    while (bowls.Reader.TryRead(out var bowl))
                        seen.Enqueue(bowl);
                }
            }
        );
        Run.Expect(seen.Count == 2, $"2 bowls, {seen.Count} eaten");
    }

    public static void Buggy() => Use(BoundedChannelFullMode.DropOldest);

    public static void Fixed() => Use(BoundedChannelFullMode.Wait);
}

public static class ChannelWaitsWithALock
{
    // What continues a reader at once runs inside the lock of whoever writes.
    private static void Use(bool atOnce)
    {
        var orders = Channel.CreateUnbounded<int>(
            new UnboundedChannelOptions { AllowSynchronousContinuations = atOnce }
        );
        var (gate, isInside, wasInside) = (new Lock(), false, false);
        async Task Read()
        {
            await orders.Reader.ReadAsync();
            wasInside = Volatile.Read(ref isInside) && gate.IsHeldByCurrentThread;
        }
        void Write()
        {
            lock (gate)
            {
                isInside = true;
                orders.Writer.TryWrite(1);
                isInside = false;
            }
        }
        Run.Together(() => Read().Wait(), Write);
        Run.Expect(!wasInside, "the reader went on inside the writer's lock");
    }

    public static void Buggy() => Use(true);

    public static void Fixed() => Use(false);
}

/// <summary>What a read of a channel gives may be awaited once: the channel uses it again.</summary>
public static class ReadOfAChannelAwaitedTwice
{
    private static void Use(bool asTask)
    {
        var (channel, seen) = (Channel.CreateUnbounded<int>(), new int[2]);
        var next = channel.Reader.ReadAsync();
        var task = asTask ? next.AsTask() : null;
        void Wait(int i) => seen[i] = (task ?? next.AsTask()).GetAwaiter().GetResult();
        Run.Together(() => Wait(0), () => Wait(1), () => channel.Writer.TryWrite(7));
        Run.Expect(seen is [7, 7], $"{seen[0]} and {seen[1]}");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}
