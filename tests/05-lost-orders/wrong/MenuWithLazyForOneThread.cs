// wrong: the library's own in the mode for one thread
// fails: The_menu_is_printed_once, Everybody_gets_the_one_menu, Of_many_guests_nobody_waits_endlessly
// says: "InvalidOperationException"
namespace Katas.LostOrders;

public sealed class LazyMenu(Func<string> print)
{
    private readonly Lazy<string> _menu = new(print, isThreadSafe: false);

    public string Get() => _menu.Value;
}
