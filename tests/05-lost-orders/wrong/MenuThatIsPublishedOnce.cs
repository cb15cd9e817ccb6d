// wrong: the library's own in the mode that publishes one menu and may print more
// fails: The_menu_is_printed_once
// says: "it was not printed exactly once"
namespace Katas.LostOrders;

public sealed class LazyMenu(Func<string> print)
{
    private readonly Lazy<string> _menu = new(print, LazyThreadSafetyMode.PublicationOnly);

    public string Get() => _menu.Value;
}
