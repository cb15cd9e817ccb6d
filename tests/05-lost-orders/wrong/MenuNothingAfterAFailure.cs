// wrong: a flag says that the menu is there although printing it has failed
// fails: A_printer_that_fails_keeps_nobody_waiting
// says: "(whether somebody got the printer's exception, and whether everybody g"

namespace Katas.LostOrders;

public sealed class LazyMenu(Func<string> print)
{
    private readonly Lock _gate = new();
    private bool _isPrinted;
    private string? _menu;

    public string Get()
    {
        lock (_gate)
        {
            if (!_isPrinted)
            {
                _isPrinted = true;
                _menu = print();
            }
            return _menu!;
        }
    }
}
