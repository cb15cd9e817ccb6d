// wrong: double-checked locking without the second check
// fails: The_menu_is_printed_once, Everybody_gets_the_one_menu
// says: "locks _gate"
namespace Katas.LostOrders;

public sealed class LazyMenu(Func<string> print)
{
    private readonly Lock _gate = new();
    private string? _menu;

    public string Get()
    {
        if (_menu is null)
        {
            lock (_gate)
                _menu = print();
        }
        return _menu;
    }
}
