// right: the library's own
namespace Katas.LostOrders;

public sealed class LazyMenu(Func<string> print)
{
    private readonly Lazy<string> _menu = new(print);

    public string Get() => _menu.Value;
}
