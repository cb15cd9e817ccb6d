using Katas.Harness.Probes;

namespace Katas.WaitingWithoutAThread;

/// <summary>A number of orders that end when, and how, the test says so.</summary>
internal sealed class Table(int orders)
{
    // What waits for an order goes on within the call that ends it: on the pool, two orders that end might be noted in either order.
    private readonly TaskCompletionSource<string>[] _ends =
    [
        .. Enumerable.Range(0, orders).Select(_ => new TaskCompletionSource<string>()),
    ];

    public IReadOnlyList<int> Orders { get; } = [.. Enumerable.Range(0, orders)];

    public OverlapMeter Meter { get; } = new("the handling of orders");

    public EventLog Log { get; } = new();

    public async Task<string> HandleAsync(int order, CancellationToken cancellationToken)
    {
        using (Meter.Enter())
        {
            Log.Add($"{order} begins");
            await using var told = cancellationToken.Register(() => Log.Add($"{order} is told"));
            return await _ends[order].Task;
        }
    }

    /// <summary>Waits until an order is under way, and lets it end.</summary>
    public void End(int order)
    {
        Log.WaitFor($"{order} begins");
        Log.Add($"{order} ends");
        EndAtOnce(order);
    }

    /// <summary>Lets an order end as soon as it begins, if it ever does.</summary>
    public void EndAtOnce(int order) => _ends[order].SetResult($"bowl {order}");

    /// <summary>Waits until an order is under way, and lets it fail.</summary>
    public void Fail(int order, Exception exception)
    {
        Log.WaitFor($"{order} begins");
        Log.Add($"{order} fails");
        _ends[order].SetException(exception);
    }
}
