using System.Collections.Concurrent;

namespace Katas.Harness.Testing.ChildProgram;

/// <summary>The orders between the thread that reads them and the one that does them.</summary>
internal sealed class OrderBook : IDisposable
{
    private readonly BlockingCollection<string> _orders = [];

    public void ReadAll(TextReader reader)
    {
        while (reader.ReadLine() is { } order)
            _orders.Add(order);
        _orders.CompleteAdding();
    }

    public IEnumerable<string> Taken() => _orders.GetConsumingEnumerable();

    public void Dispose() => _orders.Dispose();
}
