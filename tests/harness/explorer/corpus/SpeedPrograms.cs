namespace Katas.Corpus;

/// <summary>What the explorer's speed is measured with.</summary>
public static class SpeedPrograms
{
    private sealed class Counter
    {
        private readonly Lock _gate = new();
        private int _count;

        public void Add() => _count++;

        public void AddLocked()
        {
            lock (_gate)
                _count++;
        }

        public void AddAtomically() => Interlocked.Increment(ref _count);
    }

    private sealed class Cook(Counter shared)
    {
        private readonly Counter _own = new();

        public void Work()
        {
            _own.AddAtomically();
            shared.AddAtomically();
            _own.AddAtomically();
        }
    }

    public static void TwoIncrements(Action<Action[]> together)
    {
        var counter = new Counter();
        together([counter.Add, counter.Add]);
    }

    public static void TwoTimesTwoLockedAdds(Action<Action[]> together)
    {
        var counter = new Counter();
        Action twice = () =>
        {
            counter.AddLocked();
            counter.AddLocked();
        };
        together([twice, twice]);
    }

    public static void ThreeApart(Action<Action[]> together)
    {
        Action three = () =>
        {
            var counter = new Counter();
            counter.AddAtomically();
            counter.AddAtomically();
            counter.AddAtomically();
        };
        together([three, three, three]);
    }

    public static void ThreeWithOneShared(Action<Action[]> together)
    {
        var shared = new Counter();
        together([new Cook(shared).Work, new Cook(shared).Work, new Cook(shared).Work]);
    }

    public static void FiveThreads(Action<Action[]> together)
    {
        var (locked, plain) = (new Counter(), new Counter());
        Action dozen = () =>
        {
            locked.AddLocked();
            plain.Add();
            locked.AddLocked();
            plain.Add();
        };
        together([dozen, dozen, dozen, dozen, dozen]);
    }
}
