// wrong: an empty menu is taken for none, and printed for every guest
// fails: An_empty_menu_is_a_menu
// says: "(what two guests got, and how often it was printed)"

namespace Katas.LostOrders;

public sealed class LazyMenu(Func<string> print)
{
    private readonly Lock _gate = new();
    private string _menu = "";

    public string Get()
    {
        lock (_gate)
        {
            if (string.IsNullOrEmpty(_menu))
                _menu = print();
            return _menu;
        }
    }
}
