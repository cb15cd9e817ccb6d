namespace Katas.Corpus;

/// <summary>Loops that wait for a flag.</summary>
public static class StopFlags
{
    private sealed class Worker
    {
        private readonly object _gate = new();
        private bool _stop;
        private volatile bool _stopVolatile;
        private int _rounds;

        public int Rounds => _rounds;

        public void RunPlain()
        {
            while (!_stop) { }
        }

        public void CountPlain()
        {
            while (!_stop)
                _rounds++;
        }

        public void YieldPlain()
        {
            while (!_stop)
                Thread.Yield();
        }

        public void RunVolatile()
        {
            while (!_stopVolatile) { }
        }

        public void RunVolatileRead()
        {
            while (!Volatile.Read(ref _stop)) { }
        }

        public void RunLocked()
        {
            while (true)
            {
                lock (_gate)
                {
                    if (_stop)
                        return;
                }
            }
        }

        public void Stop()
        {
            _stopVolatile = true;
            lock (_gate)
                _stop = true;
        }
    }

    public static void Plain(Action<Action[]> together) =>
        Run(together, worker => worker.RunPlain());

    public static void PlainThatCounts(Action<Action[]> together) =>
        Run(together, worker => worker.CountPlain());

    public static void PlainThatYields(Action<Action[]> together) =>
        Run(together, worker => worker.YieldPlain());

    public static void VolatileField(Action<Action[]> together) =>
        Run(together, worker => worker.RunVolatile());

    public static void VolatileRead(Action<Action[]> together) =>
        Run(together, worker => worker.RunVolatileRead());

    public static void Locked(Action<Action[]> together) =>
        Run(together, worker => worker.RunLocked());

    private static void Run(Action<Action[]> together, Action<Worker> work)
    {
        var worker = new Worker();
        together([() => work(worker), worker.Stop]);
    }
}
