using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;

namespace Katas.Corpus;

/// <summary>What the threads of a <see cref="SynchronisedProgram"/> share, and what they have seen.</summary>
internal sealed class SynchronisedState(int threads)
{
    public readonly object Gate = new();
    public readonly SemaphoreSlim Slots = new(1);
    public readonly AutoResetEvent Signal = new(false);
    public readonly ManualResetEvent Sign = new(false);
    public readonly ManualResetEventSlim Done = new();
    public readonly Mutex Mutex = new();
    public readonly Semaphore Places = new(1, 2);
    public readonly ReaderWriterLockSlim Menu = new();
    public readonly CountdownEvent Countdown = new(2);
    public readonly CancellationTokenSource Stop = new();
    public readonly TaskCompletionSource<int> Answer = new();
    public readonly Channel<int> Channel = System.Threading.Channels.Channel.CreateBounded<int>(1);
    public readonly ConcurrentQueue<int> Queue = new();
    public readonly ConcurrentStack<int> Stack = new();
    public readonly ConcurrentDictionary<int, int> Prices = new();
    public readonly BlockingCollection<int> Orders = new(1);
    public ImmutableList<int> List = [];
    public int Total;
    public int Count;
    public int Flag;

    private readonly ImmutableArray<UnseenText> _seen =
    [
        .. Enumerable.Range(0, threads).Select(_ => new UnseenText()),
    ];

    public void See(int thread, object what) => _seen[thread].Add(what);

    public override string ToString() =>
        $"total {Total}, count {Count}, flag {Flag}, slots {Slots.CurrentCount}, signal {Signal.WaitOne(0)}, "
        + $"queue {string.Join(' ', Queue)}, stack {string.Join(' ', Stack)}, prices {string.Join(' ', Prices.OrderBy(p => p.Key))}, "
        + $"list {string.Join(' ', List)}, channel {Channel.Reader.Count}, orders {Orders.Count}, seen{string.Join(" /", _seen)}";
}
