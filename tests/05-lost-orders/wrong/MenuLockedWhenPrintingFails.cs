// wrong: whoever prints and fails leaves the others waiting
// fails: A_printer_that_fails_keeps_nobody_waiting
// says: "ends in a deadlock"

namespace Katas.LostOrders;

public sealed class LazyMenu(Func<string> print)
{
    private readonly ManualResetEventSlim _ready = new();
    private int _started;
    private volatile string? _menu;

    public string Get()
    {
        if (Interlocked.Exchange(ref _started, 1) == 0)
        {
            _menu = print();
            _ready.Set();
        }
        _ready.Wait();
        return _menu!;
    }
}
