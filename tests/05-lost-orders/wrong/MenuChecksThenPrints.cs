// wrong: two guests both see that there is no menu
// fails: The_menu_is_printed_once, Everybody_gets_the_one_menu
// says: "reads _menu -> null"
namespace Katas.LostOrders;

public sealed class LazyMenu(Func<string> print)
{
    private string? _menu;

    public string Get()
    {
        if (_menu is null)
            _menu = print();
        return _menu;
    }
}
