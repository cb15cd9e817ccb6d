namespace Katas.Corpus;

public class LossyCounter
{
    private int _count;
    public int Count => _count;

    public void Add() => _count++;
}

public class LockedCounter
{
    private readonly Lock _gate = new();
    private int _count;
    public int Count
    {
        get
        {
            lock (_gate)
                return _count;
        }
    }

    public void Add()
    {
        lock (_gate)
            _count++;
    }
}

public class AtomicCounter
{
    private int _count;
    public int Count => Volatile.Read(ref _count);

    public void Add() => Interlocked.Increment(ref _count);
}

public class Pair
{
    private readonly object _a = new();
    private readonly object _b = new();
    private int _x;

    public void AB()
    {
        lock (_a)
        {
            lock (_b)
            {
                _x++;
            }
        }
    }

    public void BA()
    {
        lock (_b)
        {
            lock (_a)
            {
                _x++;
            }
        }
    }
}

public class Flag
{
    private bool _stop;

    public void Wait()
    {
        while (!_stop) { }
    }

    public void Set() => _stop = true;

    public void WaitPolitely()
    {
        while (!_stop)
            Thread.Yield();
    }
}
