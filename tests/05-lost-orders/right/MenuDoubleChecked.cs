// right: double-checked locking as it should be
namespace Katas.LostOrders;

public sealed class LazyMenu(Func<string> print)
{
    private readonly Lock _gate = new();
    private volatile string? _menu;

    public string Get()
    {
        if (_menu is null)
        {
            lock (_gate)
                _menu ??= print();
        }
        return _menu;
    }
}
