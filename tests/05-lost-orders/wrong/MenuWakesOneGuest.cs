// wrong: of the guests who wait for the printer one is woken
// fails: Of_many_guests_nobody_waits_endlessly
// says: "deadlock"

namespace Katas.LostOrders;

/// <summary>The menu of the day: printed when the first guest asks for it, once, however many ask at the same time.</summary>
/// <param name="print">Prints the menu, which is expensive, and returns it.</param>
public sealed class LazyMenu(Func<string> print)
{
    private readonly object _gate = new();
    private string? _menu;
    private bool _isPrinting;

    /// <summary>
    /// Kata 3. Returns the menu, and has it printed if nobody did so before. Any number of threads may call this at the same time: the menu is
    /// printed once, and everybody gets that one. Nothing is printed before somebody asks. When printing fails, whoever waits for it gets the
    /// exception or has it printed again, and nobody waits endlessly.
    /// </summary>
    /// <returns>The menu.</returns>
    public string Get()
    {
        lock (_gate)
        {
            while (_isPrinting)
                Monitor.Wait(_gate);
            if (_menu is not null)
                return _menu;
            _isPrinting = true;
        }
        string? menu = null;
        try
        {
            return menu = print();
        }
        finally
        {
            lock (_gate)
            {
                _menu = menu;
                _isPrinting = false;
                Monitor.Pulse(_gate);
            }
        }
    }
}
