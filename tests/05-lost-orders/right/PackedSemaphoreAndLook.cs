// right: a packed number, a semaphore for one, and a look before the lock

namespace Katas.LostOrders;

public sealed class Stock(int portions)
{
    private readonly SemaphoreSlim _gate = new(1);
    private int _left = portions;

    public int Left
    {
        get
        {
            _gate.Wait();
            try
            {
                return _left;
            }
            finally
            {
                _gate.Release();
            }
        }
    }

    public bool TryTake(int portions)
    {
        _gate.Wait();
        try
        {
            if (portions > _left)
                return false;
            _left -= portions;
            return true;
        }
        finally
        {
            _gate.Release();
        }
    }
}

public sealed class OrderBook
{
    private long _packed;

    public void Add(int bowls) => Interlocked.Add(ref _packed, (1L << 32) + bowls);

    public OrderTotal Total()
    {
        var packed = Interlocked.Read(ref _packed);
        return new((int)(packed >> 32), (int)packed);
    }
}

public sealed class LazyMenu(Func<string> print)
{
    private readonly Lock _gate = new();
    private string? _menu;

    public string Get()
    {
        if (Volatile.Read(ref _menu) is { } menu)
            return menu;
        _gate.Enter();
        try
        {
            Volatile.Write(ref _menu, _menu ?? print());
            return _menu!;
        }
        finally
        {
            _gate.Exit();
        }
    }
}
