namespace Katas.Corpus;

public static class StartedInItsConstructor
{
    private sealed class Worker
    {
        private readonly Thread _thread;
        private int _jobs;
        private int _done;

        public Worker(int jobs, bool startsLast)
        {
            if (startsLast)
                _jobs = jobs;
            _thread = new Thread(Serve);
            if (startsLast)
                _thread.Start();
            if (!startsLast)
            {
                _thread.Start();
                _jobs = jobs;
            }
        }

        public int Done
        {
            get
            {
                _thread.Join();
                return _done;
            }
        }

        private void Serve() => _done = _jobs;
    }

    private static void Use(bool startsLast)
    {
        var worker = new Worker(3, startsLast);
        Run.Expect(worker.Done == 3, $"{worker.Done} of 3 jobs were done");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class StartedByItsBase
{
    private abstract class Server
    {
        private readonly Thread _thread;

        protected Server(bool starts)
        {
            _thread = new Thread(Serve);
            if (starts)
                Start();
        }

        public void Start() => _thread.Start();

        public void Join() => _thread.Join();

        protected abstract void Serve();
    }

    private sealed class Echo : Server
    {
        private int _jobs;

        public Echo(int jobs, bool starts)
            : base(starts)
        {
            _jobs = jobs;
        }

        public int Done { get; private set; }

        protected override void Serve() => Done = _jobs;
    }

    private static void Use(bool starts)
    {
        var echo = new Echo(3, starts);
        if (!starts)
            echo.Start();
        echo.Join();
        Run.Expect(echo.Done == 3, $"{echo.Done} of 3 jobs were done");
    }

    public static void Buggy() => Use(true);

    public static void Fixed() => Use(false);
}

public static class CountedInConstructors
{
    private sealed class Order
    {
        private int _parts;

        public Order(Order? whole, bool interlocks)
        {
            if (whole is null)
                return;
            if (interlocks)
                Interlocked.Increment(ref whole._parts);
            else
                whole._parts++;
        }

        public int Parts => _parts;
    }

    private static void Use(bool interlocks)
    {
        var whole = new Order(null, interlocks);
        Run.Together(
            () => _ = new Order(whole, interlocks),
            () => _ = new Order(whole, interlocks)
        );
        Run.Expect(whole.Parts == 2, $"2 parts were counted as {whole.Parts}");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}
