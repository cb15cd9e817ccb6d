namespace Katas.Corpus;

/// <summary>The programs whose reports are kept as pictures.</summary>
public static class Samples
{
    private sealed class LostOrderAssertionException(string message) : Exception(message);

    private sealed class OrderBook
    {
        public int Count;

        public void Add() => Count++;
    }

    private sealed class Account
    {
        public readonly object Gate = new();
        public int Balance = 10;

        public static void Transfer(Account from, Account to)
        {
            lock (from.Gate)
            {
                lock (to.Gate)
                {
                    from.Balance--;
                    to.Balance++;
                }
            }
        }
    }

    private sealed class Mailbox
    {
        private readonly object _gate = new();
        private bool _full;

        public void Put()
        {
            lock (_gate)
            {
                Monitor.Pulse(_gate);
            }
            _full = true;
        }

        public void Take()
        {
            if (_full)
                return;
            lock (_gate)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    private sealed class Worker
    {
        private bool _stop;

        public void Work()
        {
            while (!_stop)
                Thread.Yield();
        }

        public void Forget() => _stop = false;
    }

    private sealed class Bell
    {
        private readonly object _gate = new();
        private readonly List<Action> _callbacks = [];
        private int _rings;

        public void Subscribe(Action callback)
        {
            lock (_gate)
                _callbacks.Add(callback);
        }

        public void RingUnlocked() => _callbacks.ForEach(callback => callback());

        public void Ring()
        {
            lock (_gate)
            {
                _rings++;
                foreach (var callback in _callbacks)
                    callback();
            }
        }
    }

    public static void LoseAnOrder(Action<Action[]> together)
    {
        var book = new OrderBook();
        together([book.Add, book.Add]);
        if (book.Count != 2)
            throw new LostOrderAssertionException(
                $"2 orders came in and the book shows {book.Count}"
            );
    }

    public static void LockInOppositeOrder(Action<Action[]> together)
    {
        var (shop, market) = (new Account(), new Account());
        together([() => Account.Transfer(shop, market), () => Account.Transfer(market, shop)]);
    }

    public static void LoseAWakeUp(Action<Action[]> together)
    {
        var mailbox = new Mailbox();
        together([mailbox.Take, mailbox.Put]);
    }

    public static void SpinEndlessly(Action<Action[]> together)
    {
        var worker = new Worker();
        together([worker.Work, worker.Forget]);
    }

    public static void ShareAList(Action<Action[]> together)
    {
        var bell = new Bell();
        together([() => bell.Subscribe(() => { }), bell.RingUnlocked]);
    }

    // The lock lets its holder in again, and the callback changes what is being gone through.
    public static void CallBackWhileLooping(Action<Action[]> together)
    {
        var bell = new Bell();
        bell.Subscribe(() => bell.Subscribe(() => { }));
        together([bell.Ring, () => { }]);
    }

    public static void TakeTheLastSeat()
    {
        var taken = 0;
        void Take() =>
            Run.Expect(Interlocked.CompareExchange(ref taken, 1, 0) == 0, "the seat is taken");
        Run.Together(Take, Take);
    }

    public static void WaitForAnAnswer()
    {
        var (answer, asked) = (new TaskCompletionSource(), false);
        async Task Ask() => await Task.Run(() => asked = true);
        Run.Together(() => Ask().Wait(), () => answer.Task.Wait());
    }
}
