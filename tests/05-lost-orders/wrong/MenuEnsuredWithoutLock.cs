// wrong: makes sure that there is a menu, and may print one for each guest before
// fails: The_menu_is_printed_once
// says: "it was not printed exactly once"
namespace Katas.LostOrders;

public sealed class LazyMenu(Func<string> print)
{
    private string? _menu;

    public string Get() => LazyInitializer.EnsureInitialized(ref _menu, print);
}
