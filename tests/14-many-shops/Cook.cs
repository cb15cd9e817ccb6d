using System.Collections.Concurrent;
using Katas.Harness.Probes;

namespace Katas.ManyShops;

/// <summary>A cook that a test can watch, hold, and make fail.</summary>
internal sealed class Cook
{
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly Func<Order, int, Task> _before;

    /// <summary>Cooks at once.</summary>
    public Cook()
        : this((_, _) => Task.CompletedTask) { }

    /// <summary>Does something before each bowl.</summary>
    /// <param name="before">Is given the order, and how often the cook has been asked for it.</param>
    public Cook(Func<Order, int, Task> before) => _before = before;

    /// <summary>Holds every order at a gate.</summary>
    public Cook(Gate gate)
        : this((_, _) => gate.WaitAsync()) { }

    /// <summary>The ids of the orders the cook was asked for, each time.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    public async Task<string> Make(Order order)
    {
        _asked.Enqueue(order.Id);
        await _before(order, _asked.Count(id => id == order.Id));
        return $"bowl of {order.Id}";
    }
}
