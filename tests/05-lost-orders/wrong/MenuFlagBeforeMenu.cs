// wrong: says that the menu is there before it is
// fails: Everybody_gets_the_one_menu, A_printer_that_fails_keeps_nobody_waiting, Of_many_guests_nobody_waits_endlessly
// says: "writes _isPrinted = true"
namespace Katas.LostOrders;

public sealed class LazyMenu(Func<string> print)
{
    private readonly Lock _gate = new();
    private bool _isPrinted;
    private string? _menu;

    public string Get()
    {
        if (!_isPrinted)
        {
            lock (_gate)
            {
                if (!_isPrinted)
                {
                    _isPrinted = true;
                    _menu = print();
                }
            }
        }
        return _menu!;
    }
}
